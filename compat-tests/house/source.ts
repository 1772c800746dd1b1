/**
 * Just enough of a reader of TypeScript to see what a file imports and which names it uses: comments and the insides
 * of strings are blanked out, position for position, and the rest is read with regular expressions. The compiler's
 * own parser is no longer a JavaScript library, and a second parser would be one more dependency.
 */
export interface Import {
  readonly specifier: string;
  /** Nothing of it remains when the types are erased. */
  readonly typeOnly: boolean;
  /** `export … from`, which hands on another file's names. */
  readonly reExport: boolean;
  /** `import()` at run time. */
  readonly dynamic: boolean;
  /** The names as this file knows them. */
  readonly names: readonly string[];
  /** The names as the other file knows them. */
  readonly originals: readonly string[];
}

export interface Name {
  readonly text: string;
  readonly line: number;
  /** What stands right before and right after it, without white space. */
  readonly before: string;
  readonly after: string;
}

export interface Source {
  readonly imports: readonly Import[];
  readonly names: readonly Name[];
  /** The names in `export { … }` lists without a `from`. */
  readonly exportLists: readonly string[];
}

export function readSource(text: string): Source {
  const code = blank(text);
  return { imports: readImports(code, text), names: readNames(code), exportLists: readExportLists(code) };
}

/** The same text with comments, and what stands between quotes, replaced by spaces (line ends stay). */
export function blank(text: string): string {
  const out = [...text];
  const hide = (from: number, to: number) => {
    for (let i = from; i < to; i++) if (out[i] !== '\n') out[i] = ' ';
  };
  /** How many braces are open inside each `${ … }` that we are in. */
  const substitutions: number[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    const pair = text.slice(at, at + 2);
    if (pair === '//' || pair === '/*') {
      const end = endOf(text, pair === '//' ? '\n' : '*/', at + 2);
      hide(at, end);
      at = end;
    } else if (char === "'" || char === '"') {
      const end = endOfQuote(text, at);
      hide(at + 1, end);
      at = end + 1;
    } else if (char === '/' && startsRegExp(out, at)) {
      const end = endOfRegExp(text, at);
      hide(at + 1, end);
      at = end + 1;
    } else if (char === '`' || (char === '}' && substitutions.at(-1) === 0)) {
      if (char === '}') substitutions.pop();
      const end = endOfTemplate(text, at);
      hide(at + 1, end);
      if (text[end] === '{') substitutions.push(0);
      at = end + 1;
    } else {
      const depth = substitutions.length - 1;
      if (depth >= 0 && char === '{') substitutions[depth]++;
      if (depth >= 0 && char === '}') substitutions[depth]--;
      at++;
    }
  }
  return out.join('');
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  if (found < 0) return text.length;
  return mark === '\n' ? found : found + mark.length;
}

function endOfQuote(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== text[start] && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** The closing backtick, or the brace of the next `${`. */
function endOfTemplate(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '`') {
    if (text.startsWith('${', at)) return at + 1;
    at += text[at] === '\\' ? 2 : 1;
  }
  return at;
}

function endOfRegExp(text: string, start: number): number {
  let inClass = false;
  let at = start + 1;
  while (at < text.length && text[at] !== '\n' && (inClass || text[at] !== '/')) {
    if (text[at] === '[') inClass = true;
    if (text[at] === ']') inClass = false;
    at += text[at] === '\\' ? 2 : 1;
  }
  return at;
}

/** A slash divides after a value, and opens a regular expression anywhere else. */
function startsRegExp(out: readonly string[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /\s/.test(out[before])) before--;
  if (before < 0) return true;
  if (!/[\w$)\]}'"`]/.test(out[before])) return true;
  let start = before;
  while (start > 0 && /[\w$]/.test(out[start - 1])) start--;
  return /^(return|typeof|case|in|of|else)$/.test(out.slice(start, before + 1).join(''));
}

const CLAUSE = /\s*((?:[\w$]+|\*(?:\s*as\s+[\w$]+)?)?\s*,?\s*(?:\*\s*as\s+[\w$]+|\{[^}]*\})?)\s*\bfrom\b/
  .source;
const STATEMENT = new RegExp(
  `\\b(import|export)\\b(\\s*type\\b(?!\\s*(?:,|from\\b|=)))?(?:${CLAUSE})?\\s*(['"])\\s*\\4`,
  'g',
);
const CALL = /\bimport\s*\(\s*(['"])\s*\1/g;

function readImports(code: string, text: string): Import[] {
  const imports: Import[] = [];
  for (const match of code.matchAll(STATEMENT)) {
    const [whole, keyword, type, clause = '', quote] = match;
    const close = match.index + whole.length - 1;
    const named =
      /\{([^}]*)\}/
        .exec(clause)?.[1]
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean) ?? [];
    const bare = clause
      .replace(/\{[^}]*\}/, '')
      .replace(/\*\s*as\b/, '')
      .split(',')
      .map((name) => name.trim());
    const onlyTypes =
      named.length > 0 && named.every((name) => name.startsWith('type ')) && !bare.some(Boolean);
    imports.push({
      specifier: text.slice(text.lastIndexOf(quote, close - 1) + 1, close),
      typeOnly: type !== undefined || onlyTypes,
      reExport: keyword === 'export',
      dynamic: false,
      names: [...bare.filter(Boolean), ...named.map(localName)],
      originals: named.map(originalName),
    });
  }
  for (const match of code.matchAll(CALL)) {
    const close = match.index + match[0].length - 1;
    const specifier = text.slice(text.lastIndexOf(match[1], close - 1) + 1, close);
    // `import('x').Type` in a type position erases; after `await` or as a call it does not.
    const typeOnly =
      /(?::|\btypeof|<|\||&|=>?)\s*$/.test(code.slice(0, match.index)) &&
      /^\s*\)\s*\./.test(code.slice(close + 1));
    imports.push({ specifier, typeOnly, reExport: false, dynamic: true, names: [], originals: [] });
  }
  return imports;
}

function originalName(clause: string): string {
  return clause.replace(/^type\s+/, '').split(/\s+as\s+/)[0];
}

function localName(clause: string): string {
  return (
    clause
      .replace(/^type\s+/, '')
      .split(/\s+as\s+/)
      .at(-1) ?? ''
  );
}

function readExportLists(code: string): string[] {
  return [...code.matchAll(/\bexport\s*(?:type\s*)?\{([^}]*)\}(?!\s*from\b)/g)].flatMap((match) =>
    match[1]
      .split(',')
      .map(
        (name) =>
          name
            .trim()
            .replace(/^type\s+/, '')
            .split(/\s+as\s+/)[0],
      )
      .filter(Boolean),
  );
}

function readNames(code: string): Name[] {
  const names: Name[] = [];
  let line = 1;
  let seen = 0;
  for (const match of code.matchAll(/[A-Za-z_$#][\w$]*/g)) {
    const start = match.index;
    const end = start + match[0].length;
    if (/[\w$]/.test(code[start - 1] ?? '')) continue; // the tail of a number
    for (; seen < start; seen++) if (code[seen] === '\n') line++;
    names.push({
      text: match[0],
      line,
      before: code.slice(Math.max(0, start - 40), start).trimEnd(),
      after: code.slice(end, end + 40).trimStart(),
    });
  }
  return names;
}
