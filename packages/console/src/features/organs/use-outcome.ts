import { useQueryClient } from '@tanstack/react-query';
import { App, type FormInstance } from 'antd';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { isStale } from '../../ui/stale-current.ts';

interface Outcome<Saved> {
  readonly onSuccess: (saved: Saved) => void;
  readonly onError: (error: unknown) => void;
}

/** What follows an act on an organ: said and closed when it was done, read again when it was stale. */
export function useOutcome<Saved>(
  form: FormInstance | null,
  done: string,
  onDone: (saved: Saved) => void,
): Outcome<Saved> {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  return {
    onSuccess: (saved) => {
      onDone(saved);
      void message.success(done);
    },
    onError: (error) => {
      if (isStale(error)) void queryClient.invalidateQueries({ queryKey: ['organ'] });
      else if (form !== null) showFieldErrors(form, error);
    },
  };
}
