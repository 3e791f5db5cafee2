// A ready receiver of Phối Hợp's webhooks: this one file, Node 18.3 or later, nothing else.
//
//   node receiver.mjs --secret whsec_… [--secret whsec_…] [--key whpk_…] [--port 9090] [--file seen.ndjson]
//                    [--origin NAME]
//
// Two secrets while one is being rotated. Without --secret and --key they come from the environment, WEBHOOK_SECRETS and
// WEBHOOK_KEYS, separated by spaces. --origin answers the handshake of the sender with that name. It listens on loopback: TLS
// and slow callers are the matter of the proxy in front of it.
import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';

const TOLERANCE_SECONDS = 300;
const MOST_BYTES = 1_000_000;
// What stands before the 32 bytes of an Ed25519 public key in X.509.
const ED25519 = Buffer.from('302a300506032b6570032100', 'hex');

function fail(message) {
  console.error(`error: ${message}`);
  process.exit(2);
}

function options() {
  try {
    return parseArgs({
      options: {
        secret: { type: 'string', multiple: true },
        key: { type: 'string', multiple: true },
        port: { type: 'string', default: '9090' },
        file: { type: 'string', default: 'seen.ndjson' },
        origin: { type: 'string' },
      },
    }).values;
  } catch (e) {
    return fail(e.message);
  }
}

// The key is what the text stands for, not the text.
function bytes(prefix, text, least, most) {
  const decoded = Buffer.from(text.slice(prefix.length), 'base64');
  if (!text.startsWith(prefix) || decoded.length < least || decoded.length > most) {
    fail(`not ${prefix} and the base64 of ${least} to ${most} bytes: ${text.slice(0, 8)}…`);
  }
  return decoded;
}

const given = options();
const words = (variable) => (process.env[variable] ?? '').split(/\s+/).filter(Boolean);
const fromOptions = given.secret || given.key;
const secrets = (fromOptions ? given.secret ?? [] : words('WEBHOOK_SECRETS')).map((s) => bytes('whsec_', s, 24, 64));
const keys = (fromOptions ? given.key ?? [] : words('WEBHOOK_KEYS')).map((k) =>
  createPublicKey({ key: Buffer.concat([ED25519, bytes('whpk_', k, 32, 32)]), format: 'der', type: 'spki' }),
);
if (secrets.length + keys.length === 0) {
  fail('--secret whsec_… or --key whpk_… is wanted');
}

// What has come, a line each, on disk before it is acknowledged: what a database table with the webhook-id as its key
// would do better. One process a file.
const file = openSync(given.file, 'a+');
const content = readFileSync(given.file);
// A line that was cut off by a crash was not acknowledged: it comes again.
let end = content.lastIndexOf('\n') + 1;
ftruncateSync(file, end);
const seen = new Set();
for (const line of content.subarray(0, end).toString().split('\n').filter(Boolean)) {
  seen.add(JSON.parse(line).id);
}

// The line that was written; nothing if the id had come before.
function store(id, body) {
  if (seen.has(id)) {
    return undefined;
  }
  // JSON has line breaks between its parts only; there a space does as well.
  const line = `{"id":"${id}","event":${body.toString().replace(/[\r\n]/g, ' ')}}`;
  const written = Buffer.from(`${line}\n`);
  try {
    for (let at = 0; at < written.length; ) {
      at += writeSync(file, written, at);
    }
    fsyncSync(file);
  } catch (e) {
    ftruncateSync(file, end);
    throw e;
  }
  end += written.length;
  seen.add(id);
  return line;
}

// One entry of the list: v1 by one of the secrets, v1a by one of the keys; others are not ours.
function matches(entry, signed) {
  const comma = entry.indexOf(',');
  const signature = Buffer.from(entry.slice(comma + 1), 'base64');
  switch (entry.slice(0, comma)) {
    case 'v1':
      return signature.length === 32
        && secrets.some((secret) => timingSafeEqual(createHmac('sha256', secret).update(signed).digest(), signature));
    case 'v1a':
      return signature.length === 64 && keys.some((key) => verify(null, signed, key, signature));
    default:
      return false;
  }
}

// What is wrong with the call; nothing if it is genuine.
function fault(headers, body) {
  const id = headers['webhook-id'] ?? '';
  const timestamp = headers['webhook-timestamp'] ?? '';
  if (!/^[A-Za-z0-9_-]{1,128}$/.test(id)) {
    return 'webhook-id is missing or malformed';
  }
  if (!/^[0-9]{1,12}$/.test(timestamp)) {
    return 'webhook-timestamp is missing or no number of seconds';
  }
  if (Math.abs(Math.floor(Date.now() / 1000) - Number(timestamp)) > TOLERANCE_SECONDS) {
    return 'webhook-timestamp is more than five minutes off; is your clock right?';
  }
  const signed = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  const genuine = (headers['webhook-signature'] ?? '').split(' ').some((entry) => matches(entry, signed));
  return genuine ? undefined : 'no webhook-signature matches';
}

function answer(response, status, text) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

function take(headers, body, response) {
  const wrong = fault(headers, body);
  if (wrong) {
    console.log(`refused   ${wrong}`);
    answer(response, 401, wrong);
    return;
  }
  const id = headers['webhook-id'];
  let line;
  try {
    line = store(id, body);
  } catch (e) {
    console.log(`failed    ${e.message}`);
    answer(response, 500, 'not stored'); // it will come again
    return;
  }
  response.writeHead(204, { 'webhook-processed': seen.size }).end();
  // Here your work begins: after the answer, from the file, at your own pace.
  console.log(line ? `received  ${line}` : `again     ${id}`);
}

const server = createServer((request, response) => {
  const asks = request.headers['webhook-request-origin'];
  if (request.method === 'OPTIONS' && given.origin && asks?.toLowerCase() === given.origin.toLowerCase()) {
    response.writeHead(204, { 'webhook-allowed-origin': given.origin, 'webhook-allowed-rate': '*' }).end();
    return;
  }
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    answer(response, 405, 'POST only');
    return;
  }
  const chunks = [];
  let size = 0;
  request.on('data', (chunk) => {
    size += chunk.length;
    if (size <= MOST_BYTES) {
      chunks.push(chunk);
    }
  });
  request.on('end', () => {
    if (size > MOST_BYTES) {
      answer(response, 413, 'too large');
    } else {
      take(request.headers, Buffer.concat(chunks), response);
    }
  });
});
server.listen(Number(given.port), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}/`);
});
