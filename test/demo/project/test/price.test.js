import assert from 'node:assert/strict'
import { test } from 'node:test'
import { orderPrice } from '../src/price.js'

test('small orders pay the full price', () => assert.equal(orderPrice(3, 200), 600))
test('from ten pieces five percent less', () => assert.equal(orderPrice(10, 200), 1900))
test('from a hundred pieces ten percent less', () => assert.equal(orderPrice(100, 200), 18000))
