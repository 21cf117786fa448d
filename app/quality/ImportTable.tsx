import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Upload } from 'lucide-react';
import { useId, useMemo, useRef, useState } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { type SourceKind, sourceKinds } from '../../model/map/source.ts';
import { firstFilledRow, guessTableMapping } from '../../model/quality/guessTableMapping.ts';
import {
  type ColumnRole,
  measurementsFromTable,
  type NewMeasurement,
  type TableError,
} from '../../model/quality/measurementTable.ts';
import { joinSeries } from '../../model/quality/seriesInTable.ts';
import { metricTable } from '../../model/quality/metricTable.ts';
import { metricTitle } from '../../model/quality/metricTitle.ts';
import { sourceKindNames } from '../../model/text/mapNames.ts';
import { columnRoleNames, tableErrorText } from '../../model/text/tableText.ts';
import { classNames } from '../design/classNames.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { Field, SelectField, TextField } from '../design/parts/Field.tsx';
import styles from './ImportTable.module.css';
import { rowsOfText } from './rowsOfText.ts';
import { useSheets } from './useSheets.ts';

export interface ImportTableProps {
  readonly map: JourneyMap;
  readonly onImport: (measurements: readonly NewMeasurement[]) => void;
  readonly onClose: () => void;
}

type Rows = readonly (readonly string[])[];
const mostShown = 12;

/** Numbers from a pasted table or a CSV or XLSX file: columns are guessed and can be changed, wrong cells are marked. */
export function ImportTable({ map, onImport, onClose }: ImportTableProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const fileId = useId();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [rows, setRows] = useState<Rows>([]);
  const [columns, setColumns] = useState<readonly ColumnRole[]>([]);
  const [headerRows, setHeaderRows] = useState(1);
  const [kind, setKind] = useState<SourceKind>('measured');
  const [reference, setReference] = useState('');
  const take = (next: Rows) => {
    const guess = guessTableMapping(map, next);
    setRows(next);
    setColumns(guess.columns);
    setHeaderRows(guess.headerRows);
  };
  const opened = useSheets(take);
  const reading = useMemo(
    () =>
      measurementsFromTable(map, rows, {
        columns,
        headerRows,
        source: { kind, reference, ownerName: '' },
      }),
    [map, rows, columns, headerRows, kind, reference],
  );
  const [joining, setJoining] = useState(true);
  const joined = useMemo(() => joinSeries(reading.measurements), [reading.measurements]);
  const measurements = joining ? joined : reading.measurements;
  const count = measurements.length;
  return (
    <Dialog
      open
      width="wide"
      title={t`Numbers from a table`}
      description={
        <Trans>
          Paste from a spreadsheet: a row for each number, or a row for each step with a column for each
          metric.
        </Trans>
      }
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="main" disabled={count === 0} onClick={() => onImport(measurements)}>
            <Plural value={count} one="Add # number" other="Add # numbers" />
          </Button>
        </>
      }
    >
      <div className={styles['from']}>
        <TextField
          label={t`Table`}
          rows={7}
          value={text}
          placeholder={t`Step	Metric	Value	n`}
          onChange={(event) => {
            setText(event.currentTarget.value);
            opened.forget();
            take(rowsOfText(event.currentTarget.value));
          }}
        />
        <div className={styles['source']}>
          <input
            ref={file}
            id={fileId}
            type="file"
            accept=".csv,.tsv,.txt,.xlsx"
            className="unseen"
            aria-label={t`CSV or XLSX file`}
            onChange={(event) => {
              const chosen = event.currentTarget.files?.[0];
              event.currentTarget.value = '';
              if (chosen !== undefined) opened.open(chosen);
            }}
          />
          {opened.isReading ? (
            <div className={styles['reading']} role="status">
              <progress aria-label={t`Reading the file`} />
              <Button size="small" onClick={opened.forget}>
                <Trans>Cancel</Trans>
              </Button>
            </div>
          ) : (
            <Button icon={<Upload />} onClick={() => file.current?.click()}>
              <Trans>Open a CSV or XLSX file</Trans>
            </Button>
          )}
          {opened.sheets.length > 1 && (
            <SelectField
              label={t`Sheet`}
              value={opened.chosen}
              onChange={(event) => opened.choose(Number(event.currentTarget.value))}
            >
              {opened.sheets.map(({ name }, place) => (
                <option key={name} value={place}>
                  {name}
                </option>
              ))}
            </SelectField>
          )}
          <SelectField
            label={t`Where they come from`}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as SourceKind)}
          >
            {sourceKinds.map((each) => (
              <option key={each} value={each}>
                {sourceKindNames[each][language]}
              </option>
            ))}
          </SelectField>
          <Field
            label={t`Source`}
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
        </div>
      </div>
      {opened.problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {opened.problem}
        </p>
      )}
      {joined.length < reading.measurements.length && (
        <label className={styles['header']}>
          <input
            type="checkbox"
            checked={joining}
            onChange={(event) => setJoining(event.currentTarget.checked)}
          />{' '}
          <Trans>Periods of one metric and place are one number with a series</Trans>
        </label>
      )}
      {rows.length > 0 && (
        <Preview
          map={map}
          rows={rows}
          columns={columns}
          headerRows={headerRows}
          errors={reading.errors}
          onColumns={setColumns}
          onHeaderRows={setHeaderRows}
        />
      )}
    </Dialog>
  );
}

interface PreviewProps {
  readonly map: JourneyMap;
  readonly rows: Rows;
  readonly columns: readonly ColumnRole[];
  readonly headerRows: number;
  readonly errors: readonly TableError[];
  readonly onColumns: (columns: readonly ColumnRole[]) => void;
  readonly onHeaderRows: (count: number) => void;
}

function Preview({ map, rows, columns, headerRows, errors, onColumns, onHeaderRows }: PreviewProps) {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const width = Math.max(...rows.map((row) => row.length));
  const places = Array.from({ length: width }, (_, column) => column);
  const firstRow = firstFilledRow(rows);
  const wrong = new Map(errors.map((error) => [`${error.row} ${error.column}`, error]));
  return (
    <>
      <label className={styles['header']}>
        <input
          type="checkbox"
          checked={headerRows > firstRow}
          onChange={(event) => onHeaderRows(event.currentTarget.checked ? firstRow + 1 : firstRow)}
        />{' '}
        <Trans>The first row holds the names of the columns</Trans>
      </label>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <td />
              {places.map((column) => (
                <th key={column}>
                  <RoleSelect
                    map={map}
                    label={t`Column ${column + 1} is`}
                    role={columns[column] ?? { role: 'ignore' }}
                    language={language}
                    onChange={(role) =>
                      onColumns(
                        places.map((each) =>
                          each === column ? role : (columns[each] ?? ({ role: 'ignore' } as const)),
                        ),
                      )
                    }
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostShown).map((row, r) => (
              <tr key={places.length * r} className={r < headerRows ? styles['names'] : undefined}>
                <th scope="row">{r + 1}</th>
                {places.map((column) => {
                  const error = wrong.get(`${r} ${column}`);
                  return (
                    <td
                      key={column}
                      className={classNames(error !== undefined && styles['wrong'])}
                      title={error && tableErrorText(error, language)}
                    >
                      {row[column]}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > mostShown && (
        <p className={styles['note']}>
          <Plural value={rows.length - mostShown} one="and # more row" other="and # more rows" />
        </p>
      )}
      {errors.length > 0 && (
        <div role="status">
          <p className={styles['problem']}>
            <Plural
              value={errors.length}
              one="# cell cannot be read; its number is left out."
              other="# cells cannot be read; their numbers are left out."
            />
          </p>
          <ul className={styles['errors']}>
            {errors.slice(0, 8).map((error) => (
              <li key={`${error.row} ${error.column} ${error.type}`}>
                <Trans>
                  Row {error.row + 1}, column {error.column + 1}:
                </Trans>{' '}
                {tableErrorText(error, language)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

interface RoleSelectProps {
  readonly map: JourneyMap;
  readonly label: string;
  readonly role: ColumnRole;
  readonly language: Language;
  readonly onChange: (role: ColumnRole) => void;
}

function RoleSelect({ map, label, role, language, onChange }: RoleSelectProps) {
  const { t } = useLingui();
  return (
    <select
      aria-label={label}
      className={styles['role']}
      value={role.role === 'valueOf' ? `valueOf ${role.metric}` : role.role}
      onChange={(event) => {
        const [name, metric] = event.currentTarget.value.split(' ');
        onChange(
          metric === undefined
            ? ({ role: name } as Exclude<ColumnRole, { readonly role: 'valueOf' }>)
            : { role: 'valueOf', metric },
        );
      }}
    >
      {Object.entries(columnRoleNames).map(([name, title]) => (
        <option key={name} value={name}>
          {title[language]}
        </option>
      ))}
      <optgroup label={t`Values of one metric`}>
        {[...map.metrics, ...metricTable].map(({ id }) => (
          <option key={id} value={`valueOf ${id}`}>
            {metricTitle(map, id, language)}
          </option>
        ))}
      </optgroup>
    </select>
  );
}
