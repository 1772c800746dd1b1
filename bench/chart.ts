import type { Row } from './run.ts';

const WIDTH = 760;
const LABEL = 300;
const BAR = 12;
const COLOURS = ['#2f6fb0', '#8cb8dd', '#7a7a7a'];
const DECADES = [0.01, 0.1, 1, 10, 100, 1000];

/** Each contender's best as a multiple of CPython's, on a logarithmic axis; to the right of 1 is better than CPython. */
export function chart(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))].filter(
    (name) => !isBase(name),
  );
  const parts: string[] = [];
  let y = 40;
  for (const { name, figures, lowerIsBetter } of rows) {
    const base = Object.entries(figures).find(([who]) => isBase(who))?.[1];
    if (base === undefined) continue;
    parts.push(`<text x="${LABEL - 8}" y="${y + BAR}" text-anchor="end">${escapeXml(name)}</text>`);
    for (const [index, who] of names.entries()) {
      const figure = figures[who];
      if (figure === undefined) continue;
      const ratio = lowerIsBetter ? base.best / figure.best : figure.best / base.best;
      const [from, to] = [Math.min(across(1), across(ratio)), Math.max(across(1), across(ratio))];
      const bar = `x="${from.toFixed(1)}" y="${y}" width="${Math.max(1, to - from).toFixed(1)}" height="${BAR - 2}"`;
      parts.push(`<rect ${bar} fill="${COLOURS[index % COLOURS.length]}"/>`);
      parts.push(`<text x="${(to + 4).toFixed(1)}" y="${y + BAR - 3}">${ratio.toPrecision(2)}</text>`);
      y += BAR;
    }
    y += 8;
  }
  const axis = DECADES.map(
    (decade) =>
      `<line x1="${across(decade)}" x2="${across(decade)}" y1="32" y2="${y}" stroke="${decade === 1 ? '#000' : '#ddd'}"/>` +
      `<text x="${across(decade)}" y="28" text-anchor="middle">${decade}</text>`,
  );
  const legend = names.map((who, index) => {
    const x = LABEL + index * 150;
    const colour = COLOURS[index % COLOURS.length];
    return `<rect x="${x}" y="4" width="10" height="10" fill="${colour}"/><text x="${x + 14}" y="13">${escapeXml(who)}</text>`;
  });
  const style = 'font-family="sans-serif" font-size="11"';
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y + 8}" ${style}>`;
  const title =
    '<title>Speed as a multiple of CPython (logarithmic)</title><rect width="100%" height="100%" fill="#fff"/>';
  return `${[head, title, ...axis, ...legend, ...parts, '</svg>'].join('\n')}\n`;
}

function across(ratio: number): number {
  const low = Math.log10(DECADES[0]);
  const high = Math.log10(DECADES[DECADES.length - 1]);
  const share =
    (Math.log10(Math.min(Math.max(ratio, DECADES[0]), DECADES[DECADES.length - 1])) - low) / (high - low);
  return LABEL + share * (WIDTH - LABEL - 40);
}

function isBase(name: string): boolean {
  return name.startsWith('CPython');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
