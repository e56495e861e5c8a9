import type { I18n, MessageKey } from '#lib/i18n/i18n.ts'
import { problemText } from '#lib/i18n/problem-text.ts'
import { toasts } from '#lib/ui/toasts.svelte.ts'
import type { Outcome } from './for-each-row.ts'

/** Says what was done to how many, and why the others were refused. `name` of one row, `count` of several. */
export function tellOutcome<Row>(
  i18n: I18n,
  outcome: Outcome<Row>,
  name: (row: Row) => string,
  said: { one: MessageKey; many: MessageKey },
): void {
  const [first, ...others] = outcome.done
  if (first !== undefined) {
    toasts.show(
      others.length ? i18n.t(said.many, { count: outcome.done.length }) : i18n.t(said.one, { name: name(first) }),
    )
  }
  if (outcome.failed.length === 0) return
  const cause = problemText(i18n, outcome.problem)
  const names = outcome.failed.slice(0, 3).map(name).join(', ')
  toasts.show(i18n.t('table.notDone', { names, count: outcome.failed.length, cause }), {
    tone: 'error',
    seconds: 12,
  })
}
