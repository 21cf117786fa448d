/**
 * Presence travels as Yjs awareness and is never stored. Whatever a client writes under `person`, the server replaces
 * by what the ticket says, so nobody can appear as somebody else; all other keys are the app's own.
 */
export interface PresencePerson {
  readonly id: string;
  readonly name: string;
  /** An index into the app's palette of people, 0..11. */
  readonly colour: number;
}

export const personColours = 12;

/** The same person has the same colour everywhere. */
export function colourOfPerson(id: string): number {
  let hash = 7;
  for (const letter of id) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return hash % personColours;
}
