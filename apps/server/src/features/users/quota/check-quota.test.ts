import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reachesQuota } from './check-quota.ts'

const used = { videoQuotaUsed: 60, videoQuotaUsedDaily: 10 }

test('a quota is refused when it would be reached, not only when it would be exceeded', () => {
  assert.equal(reachesQuota({ videoQuota: 100, videoQuotaDaily: -1 }, used, 39), false)
  assert.equal(reachesQuota({ videoQuota: 100, videoQuotaDaily: -1 }, used, 40), true)
})

test('the daily quota counts by itself', () => {
  assert.equal(reachesQuota({ videoQuota: -1, videoQuotaDaily: 30 }, used, 19), false)
  assert.equal(reachesQuota({ videoQuota: -1, videoQuotaDaily: 30 }, used, 20), true)
})

test('-1 is unlimited, 0 lets nothing through', () => {
  assert.equal(reachesQuota({ videoQuota: -1, videoQuotaDaily: -1 }, used, 1e15), false)
  assert.equal(
    reachesQuota({ videoQuota: 0, videoQuotaDaily: -1 }, { videoQuotaUsed: 0, videoQuotaUsedDaily: 0 }, 0),
    true,
  )
})
