// `npm ci`, unless node_modules was already installed from this very lock file.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${web}node_modules/.ruhu-lock`;
const lock = createHash('sha256').update(readFileSync(`${web}package-lock.json`)).update(process.version).digest('hex');

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) {
  console.log('node_modules is fresh');
} else {
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: web,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
  writeFileSync(stamp, lock);
}
