import { pageOf } from '../../local/page';

const letters = ['a', 'b', 'c'];

test('a list that fits on one page has no token', () => {
  expect(pageOf(letters, {})).toEqual({ items: letters });
});

test('pages follow each other to the end of the list', () => {
  const first = pageOf(letters, { MaxResults: 2 });
  expect(first.items).toEqual(['a', 'b']);
  expect(pageOf(letters, { MaxResults: 2, NextToken: first.NextToken })).toEqual({ items: ['c'] });
});

test('the limit counts where the call says nothing', () => {
  expect(pageOf(letters, {}, 1).items).toEqual(['a']);
});

test.each(['x', '-1', '4', 1])('fails on the token %p', (NextToken) => {
  expect(() => pageOf(letters, { NextToken })).toThrow('The NextToken is not valid');
});
