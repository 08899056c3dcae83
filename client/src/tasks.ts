import {
  type Disposable,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskRevealKind,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { shownLanguage } from './language.js';
import { resolveSetting } from './languageSetting.js';
import { word } from './words.js';

const TYPE = 'vangnet';

/** `{"type": "vangnet"}` in tasks.json, as the manifest describes it. */
interface CheckDefinition extends TaskDefinition {
  readonly paths?: readonly string[];
  readonly watch?: boolean;
}

/** Offers the check of a whole folder among VS Code's tasks; what it finds stands in the list of problems. */
export function provideTasks(program: string): Disposable {
  return tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      (workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .flatMap((folder) => [
          checkTask({ type: TYPE }, folder, program),
          checkTask({ type: TYPE, watch: true }, folder, program),
        ]),
    resolveTask: ({ definition, scope }) => {
      const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
      return folder && checkTask(definition as CheckDefinition, folder, program);
    },
  });
}

function checkTask(definition: CheckDefinition, folder: WorkspaceFolder, program: string): Task {
  const { watch = false, paths = [] } = definition;
  const language = shownLanguage(resolveSetting());
  const args = [
    'check',
    '--format',
    'plain',
    '--lang',
    language,
    ...(watch ? ['--watch'] : []),
    '--',
    ...paths,
  ];
  const task = new Task(
    definition,
    folder,
    word(language, watch ? 'taskWatch' : 'taskCheck'),
    TYPE,
    // VS Code's own Node: none needs to be installed.
    new ProcessExecution(process.execPath, [program, ...args], {
      cwd: folder.uri.fsPath,
      env: { ELECTRON_RUN_AS_NODE: '1', NO_COLOR: '1' },
    }),
    watch ? '$vangnet-watch' : '$vangnet',
  );
  task.isBackground = watch;
  task.presentationOptions = { reveal: TaskRevealKind.Silent };
  return task;
}
