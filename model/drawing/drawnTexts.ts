import type { FontWeight } from '../layout/layoutSizes.ts';
import type { Mark } from './drawing.ts';

/** All texts of a drawing by weight, joined: to find out which faces it needs before they are loaded. */
export function drawnTexts(marks: readonly Mark[]): Readonly<Record<FontWeight, string>> {
  const characters: Record<FontWeight, Set<string>> = { 400: new Set(), 600: new Set() };
  const walk = (list: readonly Mark[]): void => {
    for (const mark of list) {
      if (mark.type === 'group') walk(mark.marks);
      else if (mark.type === 'text')
        for (const line of mark.lines)
          for (const character of line.text) characters[mark.style.weight].add(character);
    }
  };
  walk(marks);
  return { 400: [...characters[400]].join(''), 600: [...characters[600]].join('') };
}
