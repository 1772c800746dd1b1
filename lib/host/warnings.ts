import { hostProcess } from './modules.ts';

const said = new Set<string>();

/**
 * Python's `DeprecationWarning`, told once a text as its default filter does, by way of `process.emitWarning`: so
 * `--no-deprecation`, `--throw-deprecation` and `process.on('warning')` act on it. A host without it stays silent.
 */
export function warnDeprecated(text: string): void {
  if (said.has(text)) return;
  said.add(text);
  hostProcess()?.emitWarning?.(text, 'DeprecationWarning');
}

/** What Python's `sys.unraisablehook` is told of: an error that nobody is there to catch. */
export function warnIgnored(error: unknown): void {
  const told = error instanceof Error ? error : new Error(String(error));
  hostProcess()?.emitWarning?.(told);
}
