import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSyncExternalStore } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { MapId } from '../../model/map/ids.ts';
import { emptyMap } from '../../model/map/journeyMap.ts';
import { createSharedMap } from '../../model/sharedMap/sharedMap.ts';
import { writeMap } from '../../model/sharedMap/writeMap.ts';
import type { Canvas } from '../canvas/canvasContext.ts';
import { useToasts } from '../design/parts/toasts.ts';
import { MetricsTable } from './MetricsTable.tsx';

beforeEach(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));
afterEach(() => {
  cleanup();
  useToasts.setState({ shown: [] });
});

/** The table over a map of two steps, with satisfaction and an NPS at the first. */
function openTable({ readOnly = false } = {}) {
  const doc = new Y.Doc();
  writeMap(doc, emptyMap('map_x' as MapId, 'en', 'Numbers'), Math.random);
  const shared = createSharedMap(doc, { random: Math.random });
  shared.run({
    type: 'insertStages',
    stages: [{ title: 'All', steps: [{ title: 'Ask' }, { title: 'Wait' }] }],
  });
  const stepId = shared.map().steps[0]!.id;
  for (const [metric, value] of [
    ['csat', 0.5],
    ['nps', 10],
  ] as const)
    shared.run({
      type: 'put',
      collection: 'measurements',
      record: {
        metric,
        on: { stepId },
        value,
        source: { kind: 'measured', reference: '', ownerName: '' },
      },
    });
  const { run, undo, redo } = shared;
  // The table asks no more of a canvas.
  const canvas = { readOnly, shared, actions: { run, undo, redo } } as unknown as Canvas;
  const Shown = () => (
    <MetricsTable canvas={canvas} map={useSyncExternalStore(shared.subscribe, shared.map)} />
  );
  render(
    <I18nProvider i18n={i18n}>
      <Shown />
    </I18nProvider>,
  );
  return {
    values: () => shared.map().measurements.map(({ metric, value }) => [metric, value]),
    cell: (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name }),
    paste: (into: HTMLInputElement, text: string) =>
      fireEvent.paste(into, { clipboardData: { getData: () => text } }),
    told: () => useToasts.getState().shown.map((toast) => toast.text),
    person: userEvent.setup(),
  };
}

const csat = 'Satisfied customers (CSAT), Ask';

it('[C40] an empty cell in front of a pasted number is a cell', () => {
  const { values, cell, paste, told } = openTable();
  paste(cell(csat), '\t55\r\n');
  expect(values()).toEqual([['nps', 55]]);
  expect(told()).toEqual(['1 number pasted.']);
});

it('[C40] what of a paste has no step or no column is counted', () => {
  const { cell, paste, told } = openTable();
  paste(cell(csat), '60\t20\t1\t2\r\n70\t30\t3\r\n80\t40\r\n');
  expect(told()).toEqual([
    '4 numbers pasted. 1 row has no step here and was left out. 3 cells have no column here and were left out.',
  ]);
});

it.each(['abc', '150', '-3', '1e99'])(
  '[C42] %s typed for a share stays in its cell with what was expected, until Escape',
  async (typed) => {
    const { values, cell, person } = openTable();
    const before = values();
    await person.clear(cell(csat));
    await person.type(cell(csat), `${typed}{Enter}`);
    expect(cell(csat).value).toBe(typed);
    expect(cell(csat).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toBe('Expected a number from 0 to 100.');
    expect(values()).toEqual(before);
    await person.type(cell(csat), '{Escape}');
    expect(cell(csat).value).toBe('50');
    expect(screen.queryByRole('alert')).toBeNull();
  },
);

it('[C42] an Enter that ends a composition is not one of the table', async () => {
  const { values, cell } = openTable();
  cell(csat).focus();
  fireEvent.change(cell(csat), { target: { value: '６０' } });
  fireEvent.keyDown(cell(csat), { key: 'Enter', isComposing: true });
  expect(document.activeElement).toBe(cell(csat));
  fireEvent.blur(cell(csat));
  expect(values()).toContainEqual(['csat', 0.6]);
});

it('[C32] who may only look is not told how to write', () => {
  openTable({ readOnly: true });
  expect(screen.queryByText('New numbers are')).toBeNull();
  expect(screen.queryByText('Cells can be pasted from a spreadsheet.')).toBeNull();
});
