import type { ProjectFile } from './projectFiles.ts';

/**
 * Chinese texts are set with full-width signs. Each half-width one beside a Han character, as `file:line: the text`.
 * Passages taken from a source (`"passage"`, `"quote"`) stand as the source has them; tests are left out by the caller.
 */
export function checkChineseSigns(files: readonly ProjectFile[]): readonly string[] {
  const halfWidth = /\p{Script=Han}[,:;?!()]|[,:;?!(]\p{Script=Han}/u;
  return files.flatMap((file) =>
    file.text.split('\n').flatMap((line, i) => {
      const match = halfWidth.exec(line);
      return match === null || /"(passage|quote)"/.test(line)
        ? []
        : [`${file.path}:${i + 1}: ${line.slice(Math.max(0, match.index - 15), match.index + 15).trim()}`];
    }),
  );
}
