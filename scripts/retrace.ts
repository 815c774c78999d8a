import { Command, CommanderError } from 'commander';
import { adoptCommand } from './commands/adopt';
import { analyticsCommand } from './commands/analytics';
import { UsageError } from './commands/command-context';
import { dbUrlCommand } from './commands/db-url';
import { demoResetCommand } from './commands/demo-reset';
import { exportCommand } from './commands/export';
import { historyCommand } from './commands/history';
import { importCommand } from './commands/import';
import { undoCommand } from './commands/undo';
import { userCreateCommand } from './commands/user-create';
import { userLinkCommand } from './commands/user-link';
import { verifyCommand } from './commands/verify';
import { reportFailure } from './failure';
import { Stopped } from './shutdown';

// The command line: `npm run retrace -- <command> --help`. Exit codes: 0 done, 1 failed, 2 not understood.
const program = new Command('retrace')
  .description('Look after a Retrace installation from the command line.')
  .addHelpText(
    'after',
    '\nWith npm: npm run retrace -- <command>. Exit codes: 0 done, 1 failed, 2 not understood.',
  )
  .addCommand(adoptCommand())
  .addCommand(importCommand())
  .addCommand(exportCommand())
  .addCommand(historyCommand())
  .addCommand(undoCommand())
  .addCommand(analyticsCommand())
  .addCommand(verifyCommand())
  .addCommand(dbUrlCommand())
  .addCommand(
    new Command('user')
      .description('the people who may sign in')
      .addCommand(userCreateCommand())
      .addCommand(userLinkCommand()),
  )
  .addCommand(new Command('demo').description('the demonstration data').addCommand(demoResetCommand()));

function reportUsageErrors(command: Command): void {
  command.exitOverride().showHelpAfterError('(add --help for what is possible)');
  for (const sub of command.commands) reportUsageErrors(sub);
}

reportUsageErrors(program);
try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
process.exit();

function exitCodeOf(error: unknown): number {
  // Commander has said what was wrong, or shown the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  reportFailure(error);
  if (error instanceof Stopped) return 130;
  return error instanceof UsageError ? 2 : 1;
}
