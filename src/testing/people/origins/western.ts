/** English forenames that people take beside their own, and short forms of names that no list of English nicknames has. */
import { list, type Sex } from './origin.ts';

/** Taken as a rule by choice, so that they say little about age or origin. */
export const westernForenames: Readonly<Record<Sex, readonly string[]>> = {
  female: list(
    'Amy Grace Cindy Jenny Vivian Winnie Tina Joyce Mary Helen Alice Lily Blessing Queen Faith Joy Angela Carol Fiona Kitty Emily Sandra',
  ),
  male: list(
    'Kevin Jason Eric David Tony Andy Michael Peter Johnny Raymond Alan Kelvin Samuel Emmanuel Daniel Victor Paul Henry Stanley Simon Gary Wilson',
  ),
};

/** Ways one name is written in Latin letters, or pronounced: any of a group for any other. */
export const spellings: readonly (readonly string[])[] = (
  'Mohammed Muhammad Mohamed Mohammad Mohamad Muhammed Mohd|Ahmed Ahmad Ahmet|Hussain Hussein Husain Hossain Hossein|Yusuf Yousef Youssef Yousuf|Omar Umar Omer|Usman Uthman Osman|' +
  'Ayesha Aisha Aysha Asha|Fatima Fatema Fatimah Fadumo|Maryam Mariam Miriam Maryan|Zainab Zaynab Zeinab|Khadija Khadijah Khadra|Rahman Rehman Rahmaan|Chowdhury Choudhury Chaudhry Chaudhary Choudhry|' +
  'Hoque Haque Haq|Miah Mia Miya|Uddin Udin Ud-Din|Ullah Ulla|Begum Begom Bagum|Sheikh Shaikh Sheik|Siddiqui Siddiqi Siddique|Qureshi Quraishi Koreshi|Mahmood Mahmud Mehmood Mahmoud|Khalid Khaled|' +
  'Hassan Hasan|Abdullah Abdallah Abdulla|Abdullahi Abdulahi|Ibrahim Ebrahim Ibraheem|Saleh Salih|Nasser Nasir|Layla Leila Laila|Nour Noor Nur|Tariq Tarek|Walid Waleed|Mohamud Mahamud Mohamoud|' +
  'Patel Pattel|Joshi Jyoshi|Mehta Mheta|Dhillon Dhilon|Sandhu Sindhu|Kulwinder Kulvinder|Jaswinder Jasvinder|Sukhwinder Sukhvinder|Balwinder Balvinder|Gurpreet Gurprit|Subramaniam Subramanian|Lakshmi Laxmi|Sivakumar Shivakumar|' +
  'Oleksandr Alexander Aleksandr|Serhii Sergiy Sergey|Volodymyr Vladimir|Andrii Andriy Andrey|Mykola Nikolai|Yurii Yuriy Yuri|Dmytro Dmitry|Olena Elena|Nataliia Natalia Nataliya|Yuliia Julia Yulia|Tetiana Tatiana|' +
  'Iryna Irina|Oksana Oxana|Georgios George Giorgos|Ioannis John Yiannis|Konstantinos Costas Constantinos|Dimitrios Dimitris Jimmy|Nikolaos Nikos Nicholas|Papadopoulos Papadopulos|Cheung Cheong Zhang|Leung Leong Liang|' +
  'Wong Huang|Chan Chen|Yeung Yang|Ng Wu|Lee Li|Tsang Zeng|Kwok Guo|Chow Zhou|Nguyễn Nguyen|Hoàng Huynh|Vũ Võ|Zhang Chang|Oluwaseun Seun|Mary Maria|Gheorghe George|Ștefan Stefan|Mihai Michael'
)
  .split('|')
  .map(list);

/** Short forms people go by, formal name first: of the Isles and America, then of elsewhere. A list of its own: what the engine knows must not decide what people are called. */
export const shortForms: readonly (readonly string[])[] = (
  'Margaret Maggie Peggy Meg Madge Greta|Patricia Pat Trish Patsy Tricia|Elizabeth Liz Beth Betty Lizzie Libby Eliza|Dorothy Dot Dottie|Barbara Babs Barb|Kathleen Kath Kathy Kay|Katherine Kate Katie Kathy Kat Kitty|Catherine Cath Cathy Kate Katie|Pamela Pam|' +
  'Florence Flo Florrie|Winifred Win Winnie|Rosemary Rose Rosie|Judith Judy Jude|Constance Connie|Susan Sue Susie Suzy|Jacqueline Jackie Jacqui|Deborah Deb Debbie Debs|Christine Chris Chrissie Tina|Jennifer Jen Jenny Jenna|Philippa Pip Pippa Phil|Gillian Gill Jill|' +
  'Beverley Bev|Theresa Terry Tess Tessa|Frances Fran Frankie|Angela Ange Angie|Amanda Mandy|Sandra Sandy|Victoria Vicky Vicki Tori|Samantha Sam Sammy|Rebecca Becky Becca Bex|Nicola Nicky Nikki|Natalie Nat|Stephanie Steph Stevie|Danielle Dani|Alexandra Alex Sandra Lexi|' +
  'Abigail Abi Abby Gail|Jessica Jess Jessie|Olivia Liv Livvy|Amelia Millie Mia Amy|Isabella Bella Izzy|Charlotte Charlie Lottie|Matilda Tilly Mattie|Eleanor Ellie Nell Nora|Imogen Immy|Harriet Hattie|Beatrice Bea Trixie|Georgia George Georgie|' +
  'John Jack Johnny|William Bill Will Billy Liam|Robert Bob Rob Bobby Robbie Bert|Richard Rick Dick Richie|James Jim Jimmy Jamie|Michael Mike Mick Mikey|Ronald Ron Ronnie|Kenneth Ken Kenny|Raymond Ray|Dennis Den|Thomas Tom Tommy|Anthony Tony Ant|Leonard Len Lenny|' +
  'Frederick Fred Freddie|Albert Bert Al Bertie|Harold Harry|Stanley Stan|Ernest Ernie|Sidney Sid|Reginald Reg Reggie|Walter Wally Walt|Joseph Joe Joey|Donald Don|Geoffrey Geoff Jeff|Bernard Bernie|Andrew Andy Drew|Stephen Steve Ste|Steven Steve|Christopher Chris Kit|' +
  'Simon Si|Kevin Kev|Philip Phil Pip|Timothy Tim Timmy|Jonathan Jon Jonny|Nicholas Nick Nicky|Patrick Pat Paddy|Gerard Ged Gerry|Matthew Matt Matty|Daniel Dan Danny|Benjamin Ben Benji|Alexander Alex Sandy Xander|Edward Ed Ted Eddie Ned|Samuel Sam Sammy|Joshua Josh|' +
  'Gareth Gaz Gary|Oliver Ollie|George Georgie|Henry Harry Hal|Alfie Alf|Archie Arch|Jacob Jake|Theodore Theo Ted|Zachary Zac|Nathaniel Nate Nat|Dominic Dom Nic|Tobias Toby|David Dave Davy Dai|Terence Terry|Peter Pete|Kimberly Kim|Melissa Missy Mel|Barry Baz|Darren Daz|' +
  'Ashley Ash|Brittany Britt|Debra Deb|Charles Charlie Chuck Chas|Larry Lars|Justin Jus|Brandon Bran|Malcolm Malc|Duncan Dunc|Fiona Fi|Bernadette Bernie Detta|Siobhán Shiv|Pádraig Paddy|Fraser Fraz|Delroy Del|Winston Win|Desmond Des|' +
  'Katarzyna Kasia|Małgorzata Gosia|Agnieszka Aga|Magdalena Magda|Elżbieta Ela|Joanna Asia Jo|Aleksandra Ola|Krzysztof Krzysiek Chris|Tomasz Tomek|Piotr Piotrek Peter|Wojciech Wojtek|Grzegorz Greg|Jakub Kuba|Stanisław Staszek Stan|' +
  'Alexandru Alex|Andreea Andra|Gabriela Gabi|Constantin Costel|Oleksandr Sasha|Volodymyr Vova|Kateryna Katya|Anastasiia Nastya|Francisco Paco|José Pepe|Guadalupe Lupe|Alejandro Alex|Alejandra Ale|Jesús Chuy|Isabel Isa|' +
  'Giuseppe Peppe|Francesco Franco|Alessandro Alex|Giovanni Gianni|Vincenzo Enzo|Salvatore Sal|António Toni|Manuel Manny|Francisca Xica|Oluwaseun Seun|Babatunde Tunde|Chukwuemeka Emeka|Olumide Mide|Temitope Tope|Funmilayo Funmi|' +
  'Titilayo Titi|Oluwatobi Tobi|Damilola Dami|Chidinma Dinma|Kosisochukwu Kosi|Okechukwu Okey|Ugochukwu Ugo|Balasubramaniam Bala|Harpreet Harry|Amandeep Aman|Jaswinder Jas|Manpreet Mani|Rajinder Raj|Abdirahman Abdi|Mustafa Musti|' +
  'İbrahim Ibo|Konstantinos Kostas|Panagiotis Takis|Evangelia Litsa|Aikaterini Katerina'
)
  .split('|')
  .map(list);
