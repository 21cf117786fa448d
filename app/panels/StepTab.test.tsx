import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { journeyMapSchema } from '../../model/map/journeyMap.ts';
import { StepTab } from './StepTab.tsx';

beforeEach(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));
afterEach(cleanup);

const map = journeyMapSchema.parse({
  formatVersion: 1,
  id: 'map_a',
  title: 'A',
  language: 'en',
  stages: [{ id: 'stage_a', title: 'A', hue: 0 }],
  steps: [{ id: 'step_a', stageId: 'stage_a', title: 'Ask' }],
});

it('[U5] a number that is too large is said at its field, and the form stays with what was typed', async () => {
  const person = userEvent.setup();
  const isStored = [false, true];
  render(
    <I18nProvider i18n={i18n}>
      <StepTab
        map={map}
        stepId={map.steps[0]!.id}
        readOnly={false}
        onSave={() => isStored.shift()!}
        onDelete={() => undefined}
      />
    </I18nProvider>,
  );
  await person.click(screen.getByRole('button', { name: 'Add a number' }));
  const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
  const save = () => person.click(screen.getByRole('button', { name: 'Save' }));
  await person.type(field('Value'), '1e99');
  await person.type(field('Observations (n)'), '1e20');
  await save();
  expect(screen.getByRole('alert').textContent).toBe('Expected a number from 0 to 1,000,000,000,000.');
  await person.clear(field('Value'));
  await person.type(field('Value'), '40');
  await save();
  expect(screen.getByRole('alert').textContent).toBe('Expected a whole number from 0 to 1,000,000,000.');
  await person.clear(field('Observations (n)'));
  await person.type(field('Observations (n)'), '100');
  await save();
  expect(field('Value').value).toBe('40');
  await save();
  expect(screen.queryByRole('dialog')).toBeNull();
});
