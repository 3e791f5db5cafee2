// Asks two libraries of strangers whether they accept and refuse what webhooks/vectors.ndjson says they should. That the
// sender makes these signatures is WebhookVectorsTest's matter. Neither library knows v1a: what has only that is refused.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Webhook as Standard } from 'standardwebhooks';
import { Webhook as Svix } from 'svix';

const file = fileURLToPath(new URL('webhooks/vectors.ndjson', import.meta.url));
const vectors = readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const realNow = Date.now;
let failed = 0;

for (const { name, genuine, now, secret, id, timestamp, signature, body } of vectors) {
  const expected = genuine && /(^| )v1,/.test(signature);
  for (const [library, Webhook] of Object.entries({ standardwebhooks: Standard, svix: Svix })) {
    Date.now = () => now * 1000; // the receiver's clock
    let accepted = true;
    try {
      new Webhook(secret).verify(body, {
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signature,
      });
    } catch {
      accepted = false;
    }
    Date.now = realNow;
    failed += accepted === expected ? 0 : 1;
    console.log(`${accepted === expected ? 'ok  ' : 'FAIL'} ${library} ${accepted ? 'accepts' : 'refuses'}: ${name}`);
  }
}
process.exit(failed === 0 && vectors.length > 0 ? 0 : 1);
