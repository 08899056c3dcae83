/** The files that a case names beside itself. What is on the disk is an input of the analysis: core reads nothing. */

/** `outside`: not inside the workspace, also where a symbolic link leads out of it. */
export type FileState = 'there' | 'missing' | 'outside';

/** What is known of the files of one moment; another moment is another object. */
export interface FileStates {
  /** The state of a path as the case file has it; undefined where it can't be told. */
  stateOf(path: string): FileState | undefined;
}
