import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { FileWarning } from 'lucide-react';
import type { TableLayout } from '../../model/formats/tableLayout.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Result } from '../../model/result.ts';
import type { Stopped } from '../workers/importFile.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import styles from './ImportDialog.module.css';
import { readFileErrorText } from './readFileErrorText.ts';
import type { ReadFileError, ReadMap } from './readMapFile.ts';

/** A file that is being read, with the share done so far, or that was. */
export type Import = { readonly fileName: string } & (
  | { readonly share: number }
  | { readonly file: File; readonly read: Result<ReadMap, ReadFileError | Stopped> }
);

export interface ImportDialogProps {
  readonly importing: Import;
  readonly onOpen: (map: JourneyMap) => void;
  /** Reads the file again, as people said. */
  readonly onLayout: (file: File, layout: TableLayout) => void;
  readonly onClose: () => void;
}

/** Says why a file is no map, or what was mended in it before it is opened. Nothing is stored until then. */
export function ImportDialog({ importing, onOpen, onLayout, onClose }: ImportDialogProps) {
  const { t, i18n } = useLingui();
  const { fileName } = importing;
  if (!('read' in importing))
    return (
      <Dialog
        open
        width="narrow"
        title={t`Reading “${fileName}”`}
        onClose={onClose}
        actions={
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        }
      >
        <progress
          className={styles['progress']}
          aria-label={t`Reading “${fileName}”`}
          // Without a value the bar only says that something goes on.
          {...(importing.share === 0 ? {} : { value: importing.share })}
          max={1}
        />
      </Dialog>
    );
  const { read, file } = importing;
  if (!read.ok && read.error.type === 'NeedsLayout')
    return (
      <ColumnsDialog
        fileName={fileName}
        sheets={read.error.sheets}
        guess={read.error.layout}
        onRead={(layout) => onLayout(file, layout)}
        onClose={onClose}
      />
    );
  if (!read.ok)
    return (
      <Dialog
        open
        width="narrow"
        title={t`“${fileName}” could not be imported`}
        onClose={onClose}
        actions={
          <Button look="main" onClick={onClose}>
            <Trans>Close</Trans>
          </Button>
        }
      >
        <p className={styles['problem']} role="alert">
          <FileWarning aria-hidden />
          <span>{readFileErrorText(read.error, i18n)}</span>
        </p>
        <p className={styles['note']}>
          <Trans>Nothing was changed.</Trans>
        </p>
      </Dialog>
    );
  const { map, remarks } = read.value;
  return (
    <Dialog
      open
      title={t`Import “${fileName}”`}
      description={<Plural value={remarks.length} one="One remark" other="# remarks" />}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="main" onClick={() => onOpen(map)}>
            <Trans>Open the map</Trans>
          </Button>
        </>
      }
    >
      <ol className={styles['remarks']}>
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ol>
    </Dialog>
  );
}
