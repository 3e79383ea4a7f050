import { Command, CommanderError } from 'commander';
import { registerBootstrap } from './bootstrap';
import { registerCheck } from './check';
import { registerDemo } from './demo';
import { registerLocal } from './local';
import { registerShow } from './show';
import { isUserError, userErrorText } from './user-error';
import { registerVerify } from './verify';
import { registerVpn } from './vpn';

/** Adds one subcommand to the program. One file per subcommand; what it needs is imported when it runs. */
export type Register = (program: Command) => void;

const subcommands: readonly Register[] = [
  registerBootstrap,
  registerCheck,
  registerDemo,
  registerLocal,
  registerShow,
  registerVerify,
  registerVpn,
];

/** Runs the `lz` command. A subcommand that ends well but not with 0 sets the process's exit code itself. */
export async function run(argv: readonly string[]): Promise<void> {
  const program = new Command('lz')
    .description('Landing zone for a data platform on AWS')
    .enablePositionalOptions()
    .exitOverride();
  for (const register of subcommands) register(program);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** Tells what went wrong in the way its kind deserves, and gives the exit code. */
function report(error: unknown): number {
  // Commander has printed its message, or the help that was asked for, already.
  if (error instanceof CommanderError) return error.exitCode;
  if (isUserError(error)) {
    process.stderr.write(`${userErrorText(error)}\n`);
  } else {
    process.stderr.write(
      `${error instanceof Error ? error.stack : String(error)}\nlz: this is a bug in landing-zone\n`,
    );
  }
  return 1;
}
