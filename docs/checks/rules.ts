import type { ProjectFile } from './projectFiles.ts';

/** Where rules and tests do not fit together, each as `file:line: sentence`. */
export function checkRules(
  specs: readonly ProjectFile[],
  tests: readonly ProjectFile[],
  gaps: ProjectFile,
): readonly string[] {
  const rules = specs.flatMap((file) => found(file, /^- \*\*\[([A-Z]\d+)\]\*\*/));
  const named = tests.flatMap((file) => found(file, /['"`]((?:\[[A-Z]\d+\])+)/));
  const firstPlace = new Map<string, string>();
  const problems: string[] = [];
  for (const { id, place } of rules) {
    const first = firstPlace.get(id);
    if (first === undefined) firstPlace.set(id, place);
    else problems.push(`${place}: the rule [${id}] stands already at ${first}; give it a number of its own.`);
  }
  const tested = new Set(named.map(({ id }) => id));
  const admitted = new Set(found(gaps, /((?:\[[A-Z]\d+\])+)/).map(({ id }) => id));
  for (const [id, place] of firstPlace) {
    if (tested.has(id) === admitted.has(id))
      problems.push(
        tested.has(id)
          ? `${place}: the rule [${id}] has a test; take it out of docs/gaps.md.`
          : `${place}: no test is named after the rule [${id}]. Write one, or admit the gap in docs/gaps.md.`,
      );
  }
  for (const { id, place } of named)
    if (!firstPlace.has(id))
      problems.push(`${place}: no rule in docs/spec has the id [${id}]. Write the rule or correct the name.`);
  return problems;
}

interface FoundId {
  readonly id: string;
  readonly place: string;
}

/** The ids that the first group of a pattern holds, line by line. */
function found(file: ProjectFile, pattern: RegExp): readonly FoundId[] {
  const everywhere = new RegExp(pattern.source, 'g');
  return file.text
    .split('\n')
    .flatMap((text, i) =>
      [...text.matchAll(everywhere)].flatMap((match) =>
        [...match[1]!.matchAll(/[A-Z]\d+/g)].map((id) => ({ id: id[0], place: `${file.path}:${i + 1}` })),
      ),
    );
}
