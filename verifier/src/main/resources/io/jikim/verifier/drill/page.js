// Runs the script of verify.html without a browser: `node -e THIS PAGE` answers each line of three files in Base64
// (bundle, certificate key, log key) with a line of JSON.
'use strict';
const page = require('fs').readFileSync(process.argv[1], 'utf8');
const script = /<script>([\s\S]*)<\/script>/.exec(page)[1];
const jikim = new Function(script + '\nreturn jikim;')();

async function answer(line) {
  const [bundle, key, logKey] = line.split(' ').map(file => new Uint8Array(Buffer.from(file, 'base64')));
  const result = await jikim.verify(bundle, key, logKey);
  const claims = result.findings.map(f => (f.holds ? 'holds  ' : 'FAILS  ') + jikim.say('en', f.code, f.args));
  if (result.revision !== null) {
    claims.push(jikim.say('en', 'revision', [result.revision]));
  }
  return JSON.stringify({ exit: result.exit, claims, reason: result.reason?.code ?? '' });
}

(async () => {
  for await (const line of require('readline').createInterface({ input: process.stdin })) {
    process.stdout.write(await answer(line) + '\n');
  }
})();
