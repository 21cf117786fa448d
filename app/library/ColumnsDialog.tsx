import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { logColumns } from '../../model/formats/eventLogFromTable.ts';
import { flatColumns } from '../../model/formats/tableColumns.ts';
import { arrangedRows, guessTableLayout, type TableLayout } from '../../model/formats/tableLayout.ts';
import type { Language } from '../../model/map/language.ts';
import { logColumnNames } from '../../model/text/eventLogErrorText.ts';
import { flatColumnNames, layoutErrorText, layoutKindNames } from '../../model/text/tableLayoutText.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { SelectField } from '../design/parts/Field.tsx';
import type { Sheet } from '../workers/readSheets.ts';
import styles from './ColumnsDialog.module.css';

export interface ColumnsDialogProps {
  readonly fileName: string;
  /** The first rows of each. */
  readonly sheets: readonly Sheet[];
  readonly guess: TableLayout;
  readonly onRead: (layout: TableLayout) => void;
  readonly onClose: () => void;
}

const kinds = ['grid', 'list', 'log'] as const;
const mostRows = 10;
const mostColumns = 40;

/** Asks what the columns of a table are, before it becomes a map. */
export function ColumnsDialog({ fileName, sheets, guess, onRead, onClose }: ColumnsDialogProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const [layout, setLayout] = useState(guess);
  const rows = sheets[layout.sheet]?.rows ?? [];
  const width = Math.min(mostColumns, Math.max(0, ...rows.map((row) => row.length)));
  const places = Array.from({ length: width }, (_, i) => i);
  const arranged = arrangedRows(rows, layout);
  const roles =
    layout.as === 'log'
      ? logColumns.map((column) => ({ column, name: logColumnNames[column][language] }))
      : flatColumns.map((column) => ({ column, name: flatColumnNames[column][language] }));
  const setColumn = (place: number, name: string) => {
    const column = roles.find((role) => role.column === name)?.column;
    setLayout({
      ...layout,
      // What one column is, no other can be.
      columns: places.map((each) =>
        each === place ? column : layout.columns[each] === column ? undefined : layout.columns[each],
      ),
    });
  };
  return (
    <Dialog
      open
      width="wide"
      title={t`Import “${fileName}”`}
      description={<Trans>Say what the table is and what stands in its columns.</Trans>}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="main" disabled={!arranged.ok} onClick={() => onRead(layout)}>
            <Trans>Make a map of it</Trans>
          </Button>
        </>
      }
    >
      <div className={styles['choices']}>
        {sheets.length > 1 && (
          <SelectField
            label={t`Sheet`}
            value={layout.sheet}
            onChange={(event) => {
              const sheet = Number(event.currentTarget.value);
              setLayout(guessTableLayout(sheets[sheet]!.rows, sheet));
            }}
          >
            {sheets.map(({ name }, sheet) => (
              <option key={name} value={sheet}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField
          label={t`The table is`}
          value={layout.as}
          onChange={(event) =>
            setLayout(guessTableLayout(rows, layout.sheet, event.currentTarget.value as TableLayout['as']))
          }
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {layoutKindNames[kind][language]}
            </option>
          ))}
        </SelectField>
      </div>
      {layout.as !== 'grid' && (
        <label className={styles['heads']}>
          <input
            type="checkbox"
            checked={layout.hasHeads}
            onChange={(event) => setLayout({ ...layout, hasHeads: event.currentTarget.checked })}
          />{' '}
          <Trans>The first row holds the names of the columns</Trans>
        </label>
      )}
      {!arranged.ok && (
        <p className={styles['problem']} role="status">
          {layoutErrorText(arranged.error, language)}
        </p>
      )}
      {/* What scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['scroll']} role="region" aria-label={t`First rows of the table`} tabIndex={0}>
        <table className={styles['table']}>
          {layout.as !== 'grid' && (
            <thead>
              <tr>
                {places.map((place) => (
                  <th key={place}>
                    <select
                      aria-label={t`Column ${place + 1} is`}
                      value={layout.columns[place] ?? ''}
                      onChange={(event) => setColumn(place, event.currentTarget.value)}
                    >
                      <option value="">{t`left out`}</option>
                      {roles.map(({ column, name }) => (
                        <option key={column} value={column}>
                          {name}
                        </option>
                      ))}
                    </select>
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.slice(0, mostRows).map((row, r) => (
              // Rows have no identity but their place.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={r}>
                {places.map((place) => (
                  <td key={place}>{row[place]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
