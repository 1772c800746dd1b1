import { hostProcess } from './modules.ts';

const said = new Set<string>();

/**
 * A warning, told once a text as Python's default filter does, by way of `process.emitWarning`: so
 * `process.on('warning')` hears of it; on the console where a host has no such thing.
 */
export function warnOnce(text: string, type: string): void {
  if (said.has(text)) return;
  said.add(text);
  const host = hostProcess();
  if (host?.emitWarning === undefined) console.warn(`${type}: ${text}`);
  else host.emitWarning(text, type);
}

/** Python's `DeprecationWarning`; `--no-deprecation` and `--throw-deprecation` act on it. */
export function warnDeprecated(text: string): void {
  warnOnce(text, 'DeprecationWarning');
}

/** What Python's `sys.unraisablehook` is told of: an error that nobody is there to catch. */
export function warnIgnored(error: unknown): void {
  const told = error instanceof Error ? error : new Error(String(error));
  const host = hostProcess();
  if (host?.emitWarning === undefined) console.warn(told);
  else host.emitWarning(told);
}
