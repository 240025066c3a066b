/** What a visitor's page pushed to its data layer, in order, to be played again. */
export interface Session {
  title: string;
  /** The page on which it happens. */
  url: string;
  pushes: Push[];
}

export interface Push {
  event: string;
  [key: string]: unknown;
}

/**
 * A visitor of a shoe shop, as its pages pushed it: with texts where numbers belong, lists without positions, a list
 * of three after one of ten, and a visitor who does not only write Latin.
 */
export const shoeShop: Session = {
  title: 'A visitor searches for shoes, asks, clicks, rates, and gets in touch',
  url: 'https://www.example.com/search',
  pushes: [
    {
      event: 'searchstax_search',
      searchstax: { query: '日本 シューズ', totalHits: '0', latency: 31 },
    },
    {
      event: 'searchstax_search',
      searchstax: {
        query: 'shoes',
        totalHits: '13',
        pageNo: 1,
        pageSize: 10,
        latency: 42,
        impressions: [
          { cDocId: 'https://www.example.com/shoes/1', cDocTitle: 'Trail runner' },
          { cDocId: 'https://www.example.com/shoes/2', cDocTitle: 'Café Racer sneaker' },
          { cDocId: 'https://www.example.com/shoes/3', cDocTitle: 'Wanderschuh „Zugspitze“' },
          { cDocId: 'https://www.example.com/shoes/4', cDocTitle: '鬼塚タイガー' },
          { cDocId: 'https://www.example.com/shoes/5', cDocTitle: 'Road runner' },
          { cDocId: 'https://www.example.com/shoes/6', cDocTitle: 'Кроссовки' },
          { cDocId: 'https://www.example.com/shoes/7', cDocTitle: 'Rain boot' },
          { cDocId: 'https://www.example.com/shoes/8', cDocTitle: '운동화' },
          { cDocId: 'https://www.example.com/shoes/9', cDocTitle: 'Σανδάλι' },
          { cDocId: 'https://www.example.com/shoes/10', cDocTitle: 'Slipper' },
        ],
      },
    },
    {
      event: 'searchstax_questionanswer',
      searchstax: {
        question: 'Can I return shoes?',
        answer: 'Yes, free of charge within 30 days – also from abroad.',
        is_question: 'true',
      },
    },
    {
      event: 'searchstax_answersourceclick',
      searchstax: {
        question: 'Can I return shoes?',
        answer: 'Yes, free of charge within 30 days – also from abroad.',
        href: 'https://www.example.com/returns',
      },
    },
    {
      event: 'searchstax_relatedsearch',
      searchstax: {
        query: 'shoes',
        impressions: [
          { relatedSearch: 'winter shoes' },
          { relatedSearch: '防水シューズ' },
          { relatedSearch: 'shoe laces' },
        ],
      },
    },
    {
      event: 'searchstax_relatedsearchclick',
      searchstax: { query: 'shoes', relatedSearch: '防水シューズ', position: '2' },
    },
    {
      event: 'searchstax_search',
      searchstax: {
        query: 'shoes',
        totalHits: '13',
        pageNo: '2',
        pageSize: '10',
        latency: 38.5,
        impressions: [
          { id: 'https://www.example.com/shoes/11', title: 'Clog' },
          { id: 'https://www.example.com/shoes/12', title: 'Dance shoe' },
          { id: 'https://www.example.com/shoes/13', title: 'Winterstiefel' },
        ],
      },
    },
    {
      event: 'searchstax_searchclick',
      searchstax: {
        query: 'shoes',
        cDocId: 'https://www.example.com/shoes/13',
        cDocTitle: 'Winterstiefel',
        position: '13',
        pageNo: 2,
      },
    },
    {
      event: 'searchstax_searchSatisfaction',
      searchstax: { score: '9', comments: '見つかりました 👟 thanks!' },
    },
    { event: 'chat_open', chat: { provider: 'Example Chat' } },
    { event: 'phone_click', phone: '+49 30 1234567' },
  ],
};
