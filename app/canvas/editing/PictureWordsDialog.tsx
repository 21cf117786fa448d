import { useLingui } from '@lingui/react/macro';
import { useCanvas } from '../canvasContext.ts';
import { WordsDialog } from './WordsDialog.tsx';

export interface PictureWordsDialogProps {
  readonly hash: string;
  readonly onClose: () => void;
}

/** The alternative text of a picture, for those who cannot see it: read aloud on screen and in PDFs. */
export function PictureWordsDialog({ hash, onClose }: PictureWordsDialogProps) {
  const { t } = useLingui();
  const { actions, shared } = useCanvas();
  return (
    <WordsDialog
      title={t`What the picture shows`}
      label={t`For those who cannot see it`}
      words={shared.record('pictures', hash)?.alt ?? ''}
      onSave={(alt) => actions.describePicture(hash, alt)}
      onClose={onClose}
    />
  );
}
