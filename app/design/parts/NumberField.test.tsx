import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { NumberField } from './NumberField.tsx';

beforeEach(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));
afterEach(cleanup);

it('[U11] an Enter that ends a composition does not yet store the number', () => {
  const stored: unknown[] = [];
  render(
    <I18nProvider i18n={i18n}>
      <NumberField label="Agents" value={3} most={50} onChange={(value) => stored.push(value)} />
    </I18nProvider>,
  );
  const field = screen.getByRole('textbox', { name: 'Agents' });
  fireEvent.change(field, { target: { value: '１２' } });
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  expect(stored).toEqual([]);
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(stored).toEqual([12]);
});
