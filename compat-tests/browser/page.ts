/** What runs in the page: bundled with the library, it leaves `fetchOverTls` on the page's global object. */
import * as ssl from '../../lib/index.ts';
import { BrokenResourceError, SSLStream, websocket_streams } from '../../lib/web/index.ts';

export interface Fetched {
  readonly version: string | null;
  readonly cipher: string | undefined;
  readonly subject: string;
  readonly text: string;
}

export interface Refused {
  readonly name: string;
  readonly verify_message: string | undefined;
}

/** Asks a TLS server behind a WebSocket relay for `/`, trusting `root` (PEM) and nothing else. */
async function fetchOverTls(relay: string, root: string, hostName: string): Promise<Fetched | Refused> {
  const context = ssl.create_default_context({ cadata: root });
  const stream = new SSLStream(websocket_streams(new WebSocket(relay)), context, {
    server_hostname: hostName,
  });
  try {
    await stream.do_handshake();
    const writer = stream.writable.getWriter();
    await writer.write(new TextEncoder().encode(`GET / HTTP/1.0\r\nHost: ${hostName}\r\n\r\n`));
    const text = await new Response(stream.readable).text();
    await stream.aclose();
    return {
      version: stream.version(),
      cipher: stream.cipher()?.[0],
      subject: JSON.stringify(stream.getpeercert()?.subject),
      text,
    };
  } catch (error) {
    if (!(error instanceof BrokenResourceError)) throw error;
    const { cause } = error;
    const verify_message =
      cause instanceof ssl.SSLCertVerificationError ? (cause.verify_message ?? undefined) : undefined;
    return { name: cause instanceof Error ? cause.name : String(cause), verify_message };
  }
}

Object.assign(globalThis, { fetchOverTls });
