import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findBadDomain, readDomains } from './embed-domains.ts'

test('hosts out of what people paste', () => {
  assert.deepEqual(readDomains('https://Example.org/page?x=1\nnews.example.com:8080, example.org'), [
    'example.org',
    'news.example.com:8080',
  ])
  assert.deepEqual(readDomains(' \n'), [])
})

test('what is no host is named', () => {
  assert.equal(findBadDomain('example.org\n-bad-.org'), '-bad-.org')
  assert.equal(findBadDomain('example.org\nlocalhost:9000'), undefined)
})
