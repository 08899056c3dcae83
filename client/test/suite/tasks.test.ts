import { commands, languages, type Task, tasks, Uri, workspace } from 'vscode';
import { equal, eventually, ok } from '../assert.js';

/** Programs can be started in Node's extension host only. */
const isInWorker = 'importScripts' in globalThis;

describe('the task', () => {
  it('is offered where programs can be started', async () => {
    equal((await tasks.fetchTasks({ type: 'vangnet' })).length, isInWorker ? 0 : 2);
  });

  if (!isInWorker)
    it('checks files that are not open, and puts what it finds into the list of problems', async () => {
      const folder = workspace.workspaceFolders?.[0]?.uri;
      ok(folder, 'a folder is open');
      const file = Uri.joinPath(folder, 'task me.case.yaml');
      await workspace.fs.writeFile(file, new TextEncoder().encode('vangnet: 1\ncase:\n  titel: x\n'));
      try {
        const [check] = await tasks.fetchTasks({ type: 'vangnet' });
        ok(check, 'a task');
        await ended(check);
        const found = await eventually('problems of the task', () => {
          const list = languages.getDiagnostics(file).filter(({ source }) => source === 'vangnet');
          return list.length > 0 ? list : undefined;
        });
        const typo = found.find(({ code }) => code === 'unknown-key');
        ok(typo, JSON.stringify(found));
        equal(typo.range.start.line, 2);
        equal(typo.range.start.character, 2);
      } finally {
        await workspace.fs.delete(file);
        await commands.executeCommand('workbench.action.closePanel');
      }
    });
});

async function ended(task: Task): Promise<void> {
  const end = new Promise<void>((resolve) => {
    const listener = tasks.onDidEndTask(({ execution }) => {
      if (execution.task.name !== task.name) return;
      listener.dispose();
      resolve();
    });
  });
  await tasks.executeTask(task);
  await end;
}
