import type { DropdownMenu } from 'radix-ui';
import { createContext, use } from 'react';
import { assert } from '../../../model/assert.ts';

/** The library's parts of a menu: they come with the first menu that is opened, and what stands in menus draws with them. */
export const MenuParts = createContext<typeof DropdownMenu | undefined>(undefined);

export function useMenuParts(): typeof DropdownMenu {
  const parts = use(MenuParts);
  assert(parts !== undefined, 'what stands in a menu is drawn in an open one');
  return parts;
}
