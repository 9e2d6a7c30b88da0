/** Names of South Asia: family names and names without family, titles that stand where a surname is asked for, initials. */
import { list, type Origin } from './origin.ts';

export const southAsia: readonly Origin[] = [
  {
    name: 'pakistani',
    structure: 'begum',
    female: list(
      'Fatima Ayesha Zainab Maryam Sana Saima Shazia Nadia Rukhsana Nasreen Amina Hafsa Iqra Bushra Samina Farzana Shabana Tahira Kiran Sadia Noreen Asma Khadija Rabia Parveen',
    ),
    male: list(
      'Mohammed Muhammad Ali Ahmed Imran Usman Hamza Bilal Asif Tariq Zubair Shahid Faisal Nadeem Omar Yusuf Kashif Adeel Waqas Rizwan Sajid Khalid Javed Amir Zahid',
    ),
    surnames: list(
      'Khan Hussain Ahmed Ali Akhtar Malik Iqbal Mahmood Shah Mirza Chaudhry Rashid Butt Aslam Qureshi Raja Sheikh Mahmud Siddiqui Javed Rafiq Anwar Hashmi Bhatti Rehman Zaman Saeed Ashraf Awan Abbasi',
    ),
    flatness: 4,
    middle: 0.35,
  },
  {
    name: 'bengali',
    structure: 'begum',
    female: list(
      'Nasima Shahana Rahima Salma Sultana Farzana Tahmina Rabia Jahanara Monowara Shirin Rokeya Taslima Ayesha Hasina Nazma Rukhsana Sumaiya Fahmida Khaleda',
    ),
    male: list(
      'Abdul Mohammed Rahim Kamal Shamim Faruk Jamal Anwar Nurul Shofiqul Mizanur Aminul Rafiqul Saiful Tariqul Jahangir Habibur Mahbub Shahin Kabir',
    ),
    surnames: list(
      'Miah Uddin Rahman Islam Ali Ahmed Chowdhury Hoque Haque Alam Hossain Ullah Khan Kamal Choudhury Karim Malik Sarkar Bhuiyan Talukder Mia Sikder Mondal',
    ),
    flatness: 3,
    middle: 0.3,
  },
  {
    name: 'punjabi',
    structure: 'sikh',
    female: list(
      'Harpreet Manpreet Jaspreet Simran Amandeep Gurpreet Rajinder Sukhwinder Kuldeep Navneet Ravinder Balwinder Paramjit Surinder Jasvir Kulwinder Mandeep Satinder Narinder Kamaljit',
    ),
    male: list(
      'Gurpreet Harjit Manjit Amandeep Rajinder Sukhdev Balwinder Jaswinder Mohinder Sandeep Ranjit Paramjit Kulwant Satnam Harbhajan Jagtar Avtar Baljit Surjit Kuldip',
    ),
    surnames: list(
      'Gill Sandhu Dhillon Sidhu Grewal Bains Johal Sohal Dhaliwal Virk Mann Sahota Dosanjh Bhogal Uppal Chahal Sangha Kang Khaira Atwal Randhawa Hayer Purewal Brar Cheema',
    ),
    flatness: 10,
    middle: 0,
  },
  {
    name: 'gujarati',
    structure: 'plain',
    female: list(
      'Priya Hina Nisha Bhavna Kavita Meena Jyoti Hetal Rekha Daksha Sejal Aarti Komal Hansa Pushpa Kokila Jaya Rupal Sonal Dipti Chandrika Manjula Trupti Varsha',
    ),
    male: list(
      'Raj Amit Nilesh Sanjay Jignesh Hitesh Kiran Vijay Dinesh Bhavesh Ramesh Ketan Chirag Mahesh Jayesh Paresh Harish Suresh Kantilal Mukesh Bharat Pravin Rakesh Nitin',
    ),
    surnames: list(
      'Patel Shah Desai Mehta Parmar Chauhan Solanki Joshi Mistry Thakkar Panchal Amin Modi Trivedi Vyas Bhatt Rathod Parekh Gandhi Lad Tailor Chudasama Pandya Dave Makwana',
    ),
    flatness: 1.5,
    middle: 0.4,
  },
  {
    name: 'tamil',
    structure: 'initial',
    female: list(
      'Lakshmi Meena Kavitha Priya Vasanthi Sivagami Thilaga Malathi Nirmala Shanthi Vijaya Rajeswari Gowri Sumathi Kamala Mythili Yalini Abirami Tharani Kalpana',
    ),
    male: list(
      'Sivakumar Rajan Suresh Murugan Karthik Balasubramaniam Krishnan Selvarajah Nadarajah Thavarajah Kumaran Ganesh Mahendran Ravi Sathiya Jeyakumar Yogarajah Pathmanathan Kandiah Arul',
    ),
    surnames: list(
      'Sivanesan Rajaratnam Kanagasabai Ponnambalam Chelliah Arumugam Subramaniam Thambiah Velupillai Sinnathurai Kandasamy Nagalingam Tharmalingam Rasiah Ratnam Sellathurai Vaithilingam Murugesu',
    ),
    flatness: 14,
    middle: 0.05,
  },
];
