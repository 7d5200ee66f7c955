/** Rows below their headings, in columns as wide as their longest cell. */
export function table(headings: readonly string[], rows: readonly string[][]): string {
  const all = [[...headings], ...rows];
  const widths = headings.map((_, column) =>
    Math.max(...all.map((row) => [...(row[column] ?? '')].length)),
  );
  const lines = all.map((row) =>
    widths
      .map((width, column) => (row[column] ?? '').padEnd(width))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
