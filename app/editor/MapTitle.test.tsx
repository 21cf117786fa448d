import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MapId } from '../../model/map/ids.ts';
import { emptyMap } from '../../model/map/journeyMap.ts';
import { MapHeaderForm } from '../forms/MapHeaderForm.tsx';
import { MapTitle } from './MapTitle.tsx';

beforeEach(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));
afterEach(cleanup);

it('[U26] a title of blanks alone is shown as that of an untitled map, and not stored', async () => {
  const stored: unknown[] = [];
  const person = userEvent.setup();
  const shown = render(
    <I18nProvider i18n={i18n}>
      <MapTitle title="  " onRename={(title) => stored.push(title)} />
    </I18nProvider>,
  );
  await person.click(screen.getByRole('button', { name: 'Untitled map' }));
  shown.rerender(
    <I18nProvider i18n={i18n}>
      <MapHeaderForm
        map={emptyMap('map_x' as MapId, 'en', 'Returns')}
        readOnly={false}
        onSave={(fields) => stored.push(fields.title)}
        onClose={() => undefined}
      />
    </I18nProvider>,
  );
  await person.clear(screen.getByRole('textbox', { name: 'Title' }));
  await person.type(screen.getByRole('textbox', { name: 'Title' }), '   ');
  await person.click(screen.getByRole('button', { name: 'Save' }));
  expect(stored).toEqual(['']);
});
