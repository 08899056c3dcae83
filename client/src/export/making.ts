import { type CancellationToken, CancellationTokenSource, ProgressLocation, window } from 'vscode';

/** What takes no longer needs no words. */
const SOON_MS = 500;

/**
 * What comes of the work; while it takes long a notice says so and lets the person break it off.
 * Undefined where they did.
 */
export async function making<T>(
  title: string,
  work: (token: CancellationToken) => Promise<T>,
): Promise<T | undefined> {
  const source = new CancellationTokenSource();
  const made = work(source.token);
  const ended = made.then(
    () => true,
    () => true,
  );
  const soon = new Promise<boolean>((resolve) => setTimeout(resolve, SOON_MS, false));
  if (!(await Promise.race([ended, soon]))) {
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    await window.withProgress(options, (_, token) => {
      token.onCancellationRequested(() => source.cancel());
      return ended;
    });
  }
  try {
    return await made;
  } catch (error) {
    if (source.token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    source.dispose();
  }
}
