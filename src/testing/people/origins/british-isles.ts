/** Names of the British Isles, forenames by the years of birth they are typical of. Everyday names, no real person's. */
import { list, type Origin, type Sex } from './origin.ts';

/** British forenames by the last year of birth that they are typical of. */
export const britishForenames: readonly { readonly until: number; readonly names: Readonly<Record<Sex, readonly string[]>> }[] = [
  {
    until: 1950,
    names: {
      female: list(
        'Margaret Mary Joan Patricia Jean Dorothy Sheila Barbara Doreen June Shirley Joyce Maureen Elizabeth Audrey Brenda Kathleen Sylvia Eileen ' +
          'Pamela Betty Beryl Ann Irene Marjorie Edith Hilda Winifred Florence Phyllis Marion Rosemary Judith Gwendoline Agnes Constance Ethel Norah',
      ),
      male: list(
        'John Peter William Brian David James Michael Ronald Kenneth George Derek Robert Roy Alan Raymond Dennis Thomas Eric Anthony Leonard ' +
          'Frederick Arthur Albert Harold Stanley Ernest Sidney Reginald Walter Joseph Gordon Norman Donald Geoffrey Cyril Wilfred Herbert Bernard',
      ),
    },
  },
  {
    until: 1978,
    names: {
      female: list(
        'Susan Julie Karen Jacqueline Deborah Tracey Jane Helen Diane Sharon Tracy Angela Sarah Alison Caroline Amanda Sandra Linda Catherine Elizabeth ' +
          'Carol Joanne Wendy Janet Dawn Christine Nicola Lesley Gillian Jennifer Fiona Michelle Lorraine Beverley Theresa Bridget Frances Philippa',
      ),
      male: list(
        'David Paul Andrew Mark John Michael Stephen Ian Robert Richard Christopher Peter Simon Anthony Kevin Gary Steven Martin James Philip Alan ' +
          'Neil Nigel Timothy Colin Graham Jonathan Nicholas William Adrian Brian Stuart Keith Thomas Patrick Shaun Gerard Clive Duncan Matthew',
      ),
    },
  },
  {
    until: 1998,
    names: {
      female: list(
        'Sarah Laura Gemma Emma Rebecca Claire Victoria Samantha Rachel Amy Jennifer Nicola Katie Lisa Kelly Natalie Louise Michelle Hayley Hannah ' +
          'Helen Charlotte Joanne Lucy Elizabeth Leanne Danielle Donna Katherine Stephanie Lauren Jessica Kirsty Abigail Catherine Zoe Alexandra',
      ),
      male: list(
        'Christopher James David Daniel Michael Matthew Andrew Richard Paul Mark Thomas Adam Robert John Lee Benjamin Steven Jonathan Craig Stephen ' +
          'Simon Nicholas Peter Anthony Alexander Gary Ian Ryan Darren Barry Edward Samuel Joshua Gareth Luke William Joseph Jamie Stuart Timothy',
      ),
    },
  },
  {
    until: 9999,
    names: {
      female: list(
        'Olivia Amelia Emily Isla Ava Ella Jessica Isabella Mia Poppy Sophie Lily Grace Evie Charlotte Daisy Freya Phoebe Florence Alice Chloe Megan ' +
          'Matilda Rosie Eleanor Abigail Lucy Elizabeth Imogen Zara Millie Harriet Maisie Beatrice Georgia Niamh Martha',
      ),
      male: list(
        'Oliver George Harry Noah Jack Leo Arthur Oscar Charlie Jacob Thomas Henry William Alfie Joshua Freddie Archie Ethan Isaac Alexander Joseph ' +
          'Edward Samuel Max Logan Lucas Daniel Theodore Benjamin Finley Toby Reuben Zachary Dylan Callum Nathaniel',
      ),
    },
  },
];

/** Forenames that a tenth of people have in any decade. */
export const rareForenames: Readonly<Record<Sex, readonly string[]>> = {
  female: list(
    'Cordelia Ottilie Petra Rowena Sabrina Tamsin Verity Winona Yvette Zelda Ariadne Bryony Clementine Delphine Esme Fenella Guinevere Hermione Ingrid ' +
      'Jocelyn Keziah Leonora Morwenna Nerys Octavia Perdita Romilly Saskia Thea Ursula Viola Willow Xanthe Araminta Blythe Cressida Demelza Elowen',
  ),
  male: list(
    'Ambrose Barnaby Casper Dominic Evander Fabian Gideon Hector Ivo Jasper Kit Lysander Magnus Ned Orlando Piers Quentin Rafe Silas Tobias Ulric ' +
      'Vincent Wilbur Xavier Yorick Zebedee Aubrey Bertram Crispin Digby Emrys Felix Gawain Horace Inigo Jolyon Lucian Merlin',
  ),
};

const tailStarts = list(
  'Alder Ash Barn Beck Black Brad Bram Bur Clay Cot Cran Dun East Elm Fen Gar Hal Hart Hazel Holm Kel Lang Lin Mar Mel Nether Oak Pen Rad Raven Sel ' +
    'Shel Stan Thorn Wake Wal Whit Wil Wood Wynd Apple Arm Ben Bex Birch Brock Car Chad Chil Crow Dar Den Ed Ever Far Fox Gold Green Had Ham Hather ' +
    'High Hol Hop Ing Kings Lam Lock Long Mid Mor New North Os Ox Pick Quar Red Rock Ruther Sand Sea Shaw South Stock Sum Swin Tad Tem Twee Up Wad West Win',
);
const tailEnds = list(
  'ton ley ford worth wood field ham bury well man land combe by croft don dale gate hurst leigh low mere more ridge shaw stead stone thorpe ville ward ' +
    'wick borough bourne bridge brook cliffe cott ditch erton ington ingham ersley erfield erby house grove hill lock pool sley stow wright son wyn',
);

export const britishIsles: readonly Origin[] = [
  {
    name: 'british',
    structure: 'plain',
    female: [],
    male: [],
    surnames: list(
      'Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Hughes ' +
        'Edwards Hill Turner Harris Clark Cooper Lewis Ward Morris Moore Martin Baker Harrison Morgan King Allen Lee James Scott Phillips Watson Davis Parker ' +
        'Bennett Price Griffiths Young Cook Mitchell Carter Shaw Bailey Collins Kelly Richardson Cox Marshall Miller Bell Anderson Campbell Stewart Simpson ' +
        'Murphy Wilkinson Gray Adams Richards Ellis Murray Mills Mason Webb Rogers Chapman Hunt Foster Matthews Russell Knight Palmer Lloyd Butler Powell ' +
        'Holmes Barker Gibson Stevens Fisher Dixon Fletcher Harvey Pearson Graham Howard Andrews Reid Ross Walsh Hawkins Ford Reynolds West Day Brooks Hart ' +
        'Saunders Cole Wells Burton Dean Lawrence Stone Hayes Jenkins Owen Pritchard Bevan Probert Bishop Bird Bolton Booth Bradley Briggs Burgess Burns ' +
        'Carr Coles Coleman Cross Cunningham Curtis Dawson Dunn Elliott Field Finch Fox Francis Freeman French Frost Gardner George Gilbert Goodwin Gough ' +
        'Hammond Hancock Hardy Harper Hewitt Higgins Hobbs Hodgson Holland Hopkins Horton Houghton Howe Hudson Humphreys Hutchinson Ingram Jarvis Jennings ' +
        'Kemp Kent Kirby Lambert Lane Leach Little Lowe Lucas Lynch Manning Marsh May Mellor Metcalfe Middleton Miles Morton Moss Nash Naylor Newman Newton ' +
        'Nicholls Norman Norris North Norton Oliver Osborne Page Parkin Parsons Payne Peacock Perkins Perry Porter Potter Potts Pratt Preston Read Rees Rhodes ' +
        'Riley Rowe Rowley Ryder Sanders Savage Schofield Sharp Shepherd Skinner Slater Spencer Stephenson Steele Stokes Summers Sutton Swift Talbot Thomas ' +
        'Thornton Townsend Tucker Vaughan Vincent Wade Wall Walters Warner Warren Waters Watts Weaver Webster Weston Wheeler Whitehead Willis Winter Wyatt Yates ' +
        'Entwistle Ramsbottom Featherstone Cholmondeley Blenkinsop Ackroyd Sugden Hebblethwaite Tregenza Penhaligon Trevelyan Nancarrow',
    ),
    flatness: 18,
    tail: { starts: tailStarts, ends: tailEnds, share: 0.45 },
    middle: 0.6,
  },
  {
    name: 'scottish',
    structure: 'plain',
    female: list(
      'Margaret Fiona Catriona Mairi Eilidh Morag Isla Kirsty Shona Ailsa Isobel Heather Lorna Rhona Moira Elspeth Iona Una Senga Aileen',
    ),
    male: list(
      'Iain Alasdair Hamish Callum Duncan Angus Ewan Fraser Gregor Kenneth Malcolm Murdo Ruaridh Struan Finlay Lachlan Craig Blair Rory Donald',
    ),
    surnames: list(
      'MacDonald Campbell Stewart Robertson Thomson Anderson Murray Reid Ross McKenzie Mackay Fraser MacLeod Cameron McLean Sinclair Buchanan Kerr Drummond ' +
        'Henderson Hamilton Wallace Gordon Douglas Graham Grant Ferguson McIntosh Johnston Paterson Morrison MacPherson Sutherland Munro McGregor Forbes Baird ' +
        'Duncan Fleming Hay Kidd Laird Lindsay MacAskill MacKinnon McCallum McNeil Moffat Napier Ogilvie Rennie Urquhart Wemyss',
    ),
    flatness: 14,
    tail: {
      starts: list('Mac Mc'),
      ends: list(
        'Adam Arthur Bain Beth Bride Caig Crae Dougall Ewan Fadyen Farlane Gill Innes Ivor Kellar Lennan Millan Naughton Phail Quarrie Rae Taggart Vicar Whirter',
      ),
      share: 0.2,
    },
    middle: 0.6,
  },
  {
    name: 'welsh',
    structure: 'plain',
    female: list(
      'Megan Sian Rhiannon Bethan Cerys Carys Angharad Nia Ffion Eirlys Gwenllian Lowri Mair Delyth Eleri Seren Catrin Menna Non Branwen',
    ),
    male: list(
      'Rhys Owen Dylan Gareth Huw Ieuan Emyr Gethin Iwan Alun Geraint Aled Bryn Dafydd Evan Gwilym Hywel Idris Llewelyn Sion',
    ),
    surnames: list(
      'Jones Davies Williams Evans Thomas Roberts Hughes Lewis Morgan Griffiths Edwards Owen James Rees Jenkins Price Morris Richards Lloyd Phillips Parry Powell Bevan Pritchard Bowen Howells Probert Vaughan Gwynne Prosser Ellis Harries Pugh Rowlands Humphreys',
    ),
    flatness: 5,
    middle: 0.5,
  },
  {
    name: 'irish',
    structure: 'plain',
    female: list(
      'Mary Bridget Siobhán Aoife Niamh Ciara Sinéad Gráinne Róisín Maeve Deirdre Bernadette Caoimhe Orla Eimear Nuala Áine Kathleen Noreen Saoirse',
    ),
    male: list(
      'Patrick Seán Michael Liam Conor Brendan Declan Eoin Ciarán Niall Cormac Padraig Fergal Diarmuid Oisín Cathal Donal Kevin Séamus Tadhg',
    ),
    surnames: list(
      "Murphy Kelly O'Sullivan Walsh O'Brien Byrne Ryan O'Connor O'Neill O'Reilly Doyle McCarthy Gallagher Doherty Kennedy Lynch Murray Quinn Moore McLoughlin " +
        "O'Carroll Connolly Daly O'Connell Wilson Dunne Brennan Burke Collins Nolan Flynn O'Donnell Kavanagh Maguire Fitzgerald O'Shea McGrath Sweeney Hogan Ní Bhriain",
    ).filter((name) => name !== 'Ní' && name !== 'Bhriain'),
    flatness: 12,
    tail: {
      starts: list("O' Mc Fitz"),
      ends: list(
        'Mahony Dwyer Keeffe Guinness Hara Dowd Gorman Leary Meara Rourke Toole Ginley Hugh Namara Partlin Queen Simons Gibbon Patrick Maurice',
      ),
      share: 0.2,
    },
    middle: 0.45,
  },
  {
    name: 'caribbean',
    structure: 'plain',
    female: list(
      'Marcia Beverley Sonia Yvonne Shanice Chantelle Keisha Tamika Latoya Precious Shaniqua Natasha Jacinth Monique Tiana Cherise Merle Icilda Myrtle Desiree',
    ),
    male: list(
      'Leroy Winston Delroy Errol Trevor Jermaine Tyrone Marlon Dwayne Lloyd Desmond Carlton Neville Kemar Omari Jerome Rohan Clive Aldwyn Devon',
    ),
    surnames: list(
      'Campbell Brown Williams Johnson Francis Clarke Grant Gordon Morgan Reid Lewis Bailey Powell Henry Thomas Joseph Baptiste Charles Samuels Pinnock Wedderburn Blackwood Gayle Beckford Barrett Hylton Mullings Facey Edwards Alleyne Braithwaite Greenidge Hinds Worrell',
    ),
    flatness: 9,
    middle: 0.5,
  },
];
