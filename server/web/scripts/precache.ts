import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const DESK_FACES = /\/(?:supervisor|indicators|linkage|datasets|tables)\//;

/**
 * Tells the service worker which files a start off line needs: the page, and all that it and the tablet's face load. The
 * desk faces and the fonts are listed apart; they are kept once used.
 */
export function precache(): Plugin {
  return {
    name: 'ruhu-precache',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      const worker = join(dir!, 'sw.js');
      const needed = shellOf(bundle);
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      const shell = ['/', ...files.filter((name) => needed.has(name)).map((name) => `/${name}`)].sort();
      const others = files.filter((name) => !needed.has(name)).map((name) => `/${name}`).sort();
      const code = readFileSync(worker, 'utf8');
      const version = createHash('sha256').update(JSON.stringify([shell, others, code])).update(readFileSync(join(dir!, 'index.html')));
      const filled = code
        .replaceAll('__SHELL__', JSON.stringify(shell))
        .replaceAll('__OTHERS__', JSON.stringify(others))
        .replaceAll('__VERSION__', JSON.stringify(version.digest('hex').slice(0, 12)));
      writeFileSync(worker, filled);
    },
  };
}

/** The start page's chunk and everything it loads, now or later, except the desk faces. */
function shellOf(bundle: Rolldown.OutputBundle): ReadonlySet<string> {
  const needed = new Set<string>();
  const take = (name: string) => {
    const chunk = bundle[name];
    if (needed.has(name) || chunk?.type !== 'chunk' || DESK_FACES.test(chunk.facadeModuleId ?? '')) return;
    needed.add(name);
    for (const css of chunk.viteMetadata?.importedCss ?? []) needed.add(css);
    [...chunk.imports, ...chunk.dynamicImports].forEach(take);
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type === 'chunk' && chunk.isEntry && chunk.fileName !== 'sw.js') take(chunk.fileName);
  }
  return needed;
}
