import { COMMAND_GRACE_SECONDS, endCommand, runningCommands } from './commands';

const POLL_MS = 1000;

/**
 * Watches over the commands of a cloud from the cloud's own process: a command whose lz process was killed would
 * deploy on, unseen, and hold the lock of its state. Told what was ended, in words.
 */
export function watchCommands(folder: string, onEnded: (what: string) => void): void {
  let isBusy = false;
  const look = async (): Promise<void> => {
    const abandoned = (await runningCommands(folder)).filter(({ hasOwner }) => !hasOwner);
    await Promise.all(
      abandoned.map(async (command) => {
        await endCommand(command, COMMAND_GRACE_SECONDS);
        onEnded(
          `ended "${command.text}" (process ${command.process.pid}): its lz process ${command.owner.pid} was killed`,
        );
      }),
    );
  };
  setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    void look()
      .catch((error: unknown) => onEnded(`cannot watch over commands: ${String(error)}`))
      .finally(() => (isBusy = false));
  }, POLL_MS).unref();
}
