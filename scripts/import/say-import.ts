import type { ImportFileResult } from './import-file';

/** What a run did, in words: the last thing it prints. */
export function sayImported(
  { fileName, log, report, written }: ImportFileResult,
  seconds: number,
  rejects?: string,
): string {
  const { added, present } = written ?? { added: 0, present: 0 };
  const rate = seconds > 0 ? ` (${grouped(Math.round(added / seconds))} a second)` : '';
  const lines = [
    added === 0 && present > 0
      ? `Nothing to add: all ${counted(present, 'row')} of ${fileName} are here already.`
      : `Imported ${counted(added, 'event')} of ${counted(report.cases, 'case')} from ${fileName} into the log “${onOneLine(log)}” in ${seconds.toFixed(1)} s${rate}.`,
  ];
  if (added > 0 && present > 0)
    lines.push(`${counted(present, 'row')} ${present === 1 ? 'was' : 'were'} here already.`);
  if (report.bad > 0)
    lines.push(
      `${counted(report.bad, 'bad row')} ${report.bad === 1 ? 'was' : 'were'} left out${rejects ? ` and put into ${rejects}` : ''}.`,
    );
  return lines.join('\n');
}

const mostListed = 15;

/** What a file holds, in words. */
export function sayDryRun({ fileName, log, report, columns }: ImportFileResult): string {
  const { rows, cases, knownCases, activities, moreActivities, fields, resources, from, to, bad, problems } =
    report;
  const lines = [
    `${fileName} (${report.format.toUpperCase()}), into the log “${onOneLine(log)}”:`,
    `  Rows        ${grouped(rows)} good, ${grouped(bad)} bad`,
    `  Cases       ${grouped(cases)}${knownCases > 0 ? `, ${grouped(knownCases)} of them here already` : ''}`,
  ];
  if (from !== null && to !== null)
    lines.push(`  Span        ${from} to ${to}${report.timeZone ? `, shown in ${report.timeZone}` : ''}`);
  lines.push(`  Resources   ${grouped(resources)}`);
  if (columns) {
    const { case: caseColumn, activity, timestamp, resource } = columns;
    lines.push(
      `  Columns     case ${named(caseColumn)}, activity ${named(activity)}, timestamp ${named(timestamp)}, resource ${resource === null ? 'none' : named(resource)}`,
    );
  }
  lines.push(
    `  Activities  ${grouped(activities.length)}${moreActivities ? ' or more' : ''}`,
    ...listed(activities),
  );
  lines.push(`  Fields      ${grouped(fields.length)}`, ...listed(fields));
  if (bad > 0) {
    lines.push('  Bad rows');
    for (const { line, column, message } of problems)
      lines.push(
        `    ${fileName}, line ${grouped(line)}${column === null ? '' : `, column ${named(column)}`}: ${onOneLine(message)}`,
      );
    if (bad > problems.length) lines.push(`    and ${grouped(bad - problems.length)} more`);
  }
  lines.push('This was a dry run: nothing was written.');
  return lines.join('\n');
}

function listed(counts: readonly { name: string; count: number }[]): string[] {
  const lines = counts
    .slice(0, mostListed)
    .map(({ name, count }) => `    ${grouped(count).padStart(9)}  ${onOneLine(name)}`);
  return counts.length > mostListed
    ? [...lines, `    and ${grouped(counts.length - mostListed)} more`]
    : lines;
}

/** What a file says, as a part of a line of ours: nothing in it moves the cursor or colours a terminal. */
const onOneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');

const named = (text: string): string => `“${onOneLine(text)}”`;

const grouped = (count: number): string => count.toLocaleString('en-US');
const counted = (count: number, one: string): string => `${grouped(count)} ${one}${count === 1 ? '' : 's'}`;
