import { Trans } from '@lingui/react/macro';
import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from '../design/parts/Button.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | undefined;
}

/** Catches a defect of ours, so that the rest stays usable. Every edit is stored as it is made: none is lost by it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <EmptyState
        problem
        icon={<TriangleAlert />}
        title={<Trans>This part of Throughline has stopped</Trans>}
        action={
          <>
            <Button look="main" onClick={() => location.reload()}>
              <Trans>Load again</Trans>
            </Button>
            <Button onClick={() => this.setState({ error: undefined })}>
              <Trans>Try to go on</Trans>
            </Button>
          </>
        }
      >
        <Trans>
          It is our mistake, not yours. Your edits are stored on this device. If it happens again, report this
          text:
        </Trans>{' '}
        <code>{error.message}</code>
      </EmptyState>
    );
  }
}
