import { customConfigBody } from '@sepiola/contract/custom-config-body.ts'
import type { CustomConfig } from './setting-table.ts'

export type BrokenRule = { rule: 'min' | 'max'; limit: number } | { rule: 'whole' | 'email' | 'other' }

/** What the contract refuses, by path. */
export function brokenRules(config: CustomConfig): Map<string, BrokenRule> {
  const read = customConfigBody().safeParse(config)
  const broken = new Map<string, BrokenRule>()
  for (const issue of read.error?.issues ?? []) {
    const path = issue.path.join('.')
    if (issue.code === 'too_small') broken.set(path, { rule: 'min', limit: Number(issue.minimum) })
    else if (issue.code === 'too_big') broken.set(path, { rule: 'max', limit: Number(issue.maximum) })
    else if (issue.code === 'invalid_type' && ['int', 'number'].includes(issue.expected)) {
      broken.set(path, { rule: 'whole' })
    } else if (issue.code === 'invalid_format' && issue.format === 'email') broken.set(path, { rule: 'email' })
    else broken.set(path, { rule: 'other' })
  }
  return broken
}
