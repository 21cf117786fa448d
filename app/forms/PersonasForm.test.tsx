import { setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSyncExternalStore } from 'react';
import { afterEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { MapId } from '../../model/map/ids.ts';
import { emptyMap } from '../../model/map/journeyMap.ts';
import { createSharedMap } from '../../model/sharedMap/sharedMap.ts';
import { writeMap } from '../../model/sharedMap/writeMap.ts';
import type { Pictures } from '../session/pictures.ts';
import { PersonasForm } from './PersonasForm.tsx';

afterEach(cleanup);

/** The form over a real map, in which `somebody` edits from elsewhere. */
function openForm() {
  const doc = new Y.Doc();
  writeMap(doc, emptyMap('map_x' as MapId, 'en', 'Personas'), Math.random);
  const shared = createSharedMap(doc, { random: Math.random });
  shared.run({ type: 'put', collection: 'personas', record: { name: 'Ada', quote: 'At once.' } });
  const { id } = shared.map().personas[0]!;
  const written: unknown[] = [];
  const Shown = () => (
    <PersonasForm
      map={useSyncExternalStore(shared.subscribe, shared.map)}
      // No persona here has a picture.
      pictures={{} as Pictures}
      readOnly={false}
      run={(command) => {
        written.push(command);
        shared.run(command);
      }}
      onClose={() => shown.unmount()}
    />
  );
  const shown = render(
    <I18nProvider i18n={setupI18n({ locale: 'en', messages: { en: {} } })}>
      <Shown />
    </I18nProvider>,
  );
  return {
    persona: () => shared.map().personas[0]!,
    written,
    somebody: (fields: { readonly name?: string; readonly quote?: string }) =>
      shared.run({ type: 'setFields', collection: 'personas', ids: [id], fields }),
    field: (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name }),
    person: userEvent.setup(),
  };
}

it('[U21] a field of a persona that nobody typed into follows the map and writes nothing', async () => {
  const { persona, written, somebody, field, person } = openForm();
  await person.click(field('In their words'));
  somebody({ quote: 'Tomorrow is fine.' });
  await person.tab();
  expect(written).toEqual([]);
  expect(persona().quote).toBe('Tomorrow is fine.');
  expect(field('In their words').value).toBe('Tomorrow is fine.');
});

it('[U21] what was typed is stored when the field is left and when the dialog is closed by Escape', async () => {
  const { persona, field, person } = openForm();
  await person.type(field('Goals'), 'A quick answer');
  await person.tab();
  expect(persona().goals).toBe('A quick answer');
  const share = field('Share of customers');
  await person.clear(share);
  await person.type(share, '40{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(persona().share).toBe(0.4);
});

it('[U21] a name of blanks alone is not stored: the one before stays', async () => {
  const { persona, written, field, person } = openForm();
  await person.clear(field('Name'));
  await person.type(field('Name'), '   ');
  await person.tab();
  expect(written).toEqual([]);
  expect(persona().name).toBe('Ada');
  expect(field('Name').value).toBe('Ada');
});
