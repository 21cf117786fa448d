import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One file of the repository, with its path from the root. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

const root = join(fileURLToPath(import.meta.url), '../../..');
const folders = ['app', 'docs', 'model', 'server', 'templates'];
const skipped = new Set(['node_modules', 'dist', '.cache', 'fixtures']);

/** Every file of our own whose name the pattern fits. */
export function projectFiles(pattern: RegExp): readonly ProjectFile[] {
  const within = (folder: string): readonly string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : within(path);
      return pattern.test(entry.name) ? [path] : [];
    });
  return folders.flatMap(within).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
