import { Trans } from '@lingui/react/macro';
import { Scale } from 'lucide-react';
import { EmptyState } from '../design/parts/EmptyState.tsx';

/** Without a quality model there is nothing that a plan could raise. */
export const NoModel = () => (
  <EmptyState icon={<Scale />} title={<Trans>This map has no quality model yet</Trans>}>
    <Trans>
      A quality model says what good service is made of. Maps from the template “A wrong parcel” bring the
      five-dimension index.
    </Trans>
  </EmptyState>
);
