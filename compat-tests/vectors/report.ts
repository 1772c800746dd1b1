/** How a run over published vectors is told: a line for each group, and one with the sums at the end. */
export type Outcome = 'right' | 'wronglyAccepted' | 'wronglyRefused' | 'skipped';

export interface ReportRow {
  readonly group: string;
  readonly id: string;
  readonly outcome: Outcome;
  readonly words: string;
}

/** With `list`, every row that is not right comes first. */
export function report(rows: readonly ReportRow[], list: boolean): string {
  const lines = list
    ? rows.filter((row) => row.outcome !== 'right').map((row) => `${row.outcome} ${row.id}: ${row.words}`)
    : [];
  const groups = new Set(rows.map((row) => row.group));
  for (const group of groups) lines.push(`${group}: ${sums(rows.filter((row) => row.group === group))}`);
  lines.push(`all: ${sums(rows)}`);
  return lines.join('\n');
}

export function countOf(rows: readonly { readonly outcome: Outcome }[], outcome: Outcome): number {
  return rows.filter((row) => row.outcome === outcome).length;
}

function sums(rows: readonly ReportRow[]): string {
  const [right, accepted, refused, skipped] = (
    ['right', 'wronglyAccepted', 'wronglyRefused', 'skipped'] as const
  ).map((outcome) => countOf(rows, outcome));
  return `${right} right, ${accepted} wrongly accepted, ${refused} wrongly refused, ${skipped} skipped`;
}
