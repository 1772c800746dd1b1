/**
 * The thread behind `signer.ts`: it has a key in WebCrypto, and signs with it for whoever asks. In JavaScript, since Node
 * starts a thread with nothing else.
 */
import { parentPort, workerData } from 'node:worker_threads';

// In earnest it would be made here, or in the hardware. `false`: it cannot be taken out again.
const pkcs8 = Buffer.from(workerData.replace(/-----.*-----/g, ''), 'base64');
const key = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
  'sign',
]);

parentPort.on('message', async ({ message, signature, length }) => {
  try {
    const made = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, message);
    const der = ecdsaSignature(new Uint8Array(made));
    signature.set(der);
    Atomics.store(length, 0, der.length);
  } catch {
    Atomics.store(length, 0, -1);
  }
  Atomics.notify(length, 0);
});
parentPort.postMessage('ready');

/** WebCrypto writes two numbers side by side, TLS wants them as DER (RFC 5480). */
function ecdsaSignature(numbers) {
  const half = numbers.length / 2;
  const both = [...integer(numbers.subarray(0, half)), ...integer(numbers.subarray(half))];
  return Uint8Array.of(0x30, both.length, ...both);
}

function integer(number) {
  const digits = [...number.subarray(number.findIndex((byte) => byte !== 0))];
  if (digits[0] > 0x7f) digits.unshift(0); // a first bit of one would make it negative
  return [0x02, digits.length, ...digits];
}
