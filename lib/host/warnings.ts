import { hostProcess } from './modules.ts';

const said = new Set<string>();

/**
 * A warning, told once a text as Python's default filter does, by way of `process.emitWarning`: so
 * `process.on('warning')` hears of it. A host without it stays silent.
 */
export function warnOnce(text: string, type: string): void {
  if (said.has(text)) return;
  said.add(text);
  hostProcess()?.emitWarning?.(text, type);
}

/** Python's `DeprecationWarning`; `--no-deprecation` and `--throw-deprecation` act on it. */
export function warnDeprecated(text: string): void {
  warnOnce(text, 'DeprecationWarning');
}

/** What Python's `sys.unraisablehook` is told of: an error that nobody is there to catch. */
export function warnIgnored(error: unknown): void {
  const told = error instanceof Error ? error : new Error(String(error));
  hostProcess()?.emitWarning?.(told);
}
